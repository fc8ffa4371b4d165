export type GridSection = { code: string; name: string; nameEn: string };

/** What an indicator is found by; `initials` are those of its name and other names in pinyin. */
export type Findable = GridSection & { section: string; initials: string };
