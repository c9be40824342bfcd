// A client as a partner would write it, over the types that the contract gives: what is not in the contract does not compile.
import createClient from 'openapi-fetch';
import type { paths } from './contract.d.ts';

const [gateway, token] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: gateway });

const { data: review } = await client.GET('/api/v1/programmes/{id}/review', {
    params: { path: { id: 'ha-giang-wenshan-2016-2020' } },
});
const verdicts = review?.results?.map((result) => `${result.indicator} ${result.verdict}`) ?? [];

const listed: string[] = [];
let cursor: string | undefined;
do {
    const { data: page } = await client.GET('/api/v1/programmes', { params: { query: { limit: 2, cursor } } });
    if (!page || typeof page === 'string') {
        throw new Error('a list is JSON unless something else is asked for');
    }
    listed.push(...(page.items ?? []).map((programme) => programme.id ?? ''));
    cursor = page.next?.match(/[?&]cursor=([^&]+)/)?.[1];
} while (cursor);

const { error } = await client.GET('/api/v1/programmes/{id}', { params: { path: { id: 'no-such-programme' } } });

const written = await client.POST('/api/v1/donations', {
    params: { header: { 'Idempotency-Key': 'from a typed client' } },
    headers: { Authorization: `Bearer ${token}` },
    body: {
        visibility: 'PARTIES',
        parties: ['XA.01', 'XB.010100'],
        on: { from: '2021-02-01', to: '2021-02-01' },
        donors: [{ en: 'People of A One (made up)' }],
        items: [{ what: { en: 'Masks' }, figure: { value: 10000, qualifier: 'EXACT', unit: 'piece' } }],
    },
});

console.log(
    JSON.stringify({
        verdicts,
        listed,
        problem: error?.type,
        written: written.response.status,
        donor: written.data?.donors?.[0]?.en,
    }),
);
