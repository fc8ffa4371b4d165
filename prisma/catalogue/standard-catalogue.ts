// The standard catalogue as the domain knows it, for the loader, the tools and the tests. The application itself asks
// the database, where offices have added checks of their own.
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import catalogue from './catalogue.json';

export const standardCatalogue = catalogue as unknown as Catalogue;
