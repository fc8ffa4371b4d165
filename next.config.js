import createNextIntlPlugin from 'next-intl/plugin';

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  // Only where the address is https: over plain http browsers ignore it, and a trial on http must stay reachable.
  ...(process.env.NEXTAUTH_URL?.startsWith('https:')
    ? [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }]
    : []),
];

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks the types of everything, with tsc; whoever starts the program need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino', '@node-rs/argon2', 'echarts'],
  // An offline form of 5 MB and what is sent with it; lib/import says in words what is larger.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // Pages get theirs, with a nonce, from proxy.ts.
    {
      source: '/api/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
  ],
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
