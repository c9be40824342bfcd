-- 100,000 agreements as a large country might have them: a few busy pairs and many quiet ones, kinds and fields of very different
-- frequency, sensitive fields never public, old and new ones, some that end within the next months. A tenth rests on big-1, a few on big-2,
-- which everybody may see. Their ids are later than all others, so that walks meet them first: 7f900000-…; their codes: big-….
-- setseed makes every run the same.
select setseed(0.42);

create temp table big_subject as
select row_number() over () as n, vi, zh, en, folded from (values
    ('Hợp tác thương mại biên giới', '边境贸易合作', 'border trade cooperation', 'hop tac thuong mai bien gioi'),
    ('Kiểm dịch thực vật', '植物检疫', 'plant quarantine', 'kiem dich thuc vat'),
    ('Du lịch qua biên giới', '跨境旅游', 'cross border tourism', 'du lich qua bien gioi'),
    ('Giáo dục và đào tạo nghề', '教育与职业培训', 'education and vocational training', 'giao duc va dao tao nghe'),
    ('Phòng chống dịch bệnh', '疫情联防联控', 'epidemic prevention', 'phong chong dich benh'),
    ('Thuỷ lợi và bảo vệ rừng', '水利和森林保护', 'water management and forest protection', 'thuy loi va bao ve rung'),
    ('Giao lưu văn hoá', '文化交流', 'cultural exchange', 'giao luu van hoa'),
    ('Xoá đói giảm nghèo', '减贫合作', 'poverty reduction', 'xoa doi giam ngheo'),
    ('Quản lý lao động', '劳务管理合作', 'labour management', 'quan ly lao dong'),
    ('An ninh trật tự', '治安合作', 'public order', 'an ninh trat tu')) as given (vi, zh, en, folded);

-- Beginnings of words and Chinese characters alone and in twos, as the service keeps them; a test compares.
create function pg_temp.terms(latin text, zh text) returns varchar[] language sql as $$
    select array_agg(distinct term order by term) from (
        select left(word, k) from regexp_split_to_table(latin, ' ') word, generate_series(1, least(8, length(word))) k
        union select substr(zh, k, 1) from generate_series(1, length(zh)) k
        union select substr(zh, k, 2) from generate_series(1, length(zh) - 1) k) as all_terms (term) $$;

create temp table big_unit as
select n, 'VN.' || lpad(n::text, 2, '0') as code, 'tinh so ' || n as folded from generate_series(1, 60) n;
create temp table big_other as
select n, 'CN.' || (532600 + n) as code, '文山' || chr(19968 + n * 7) || '州' as zh from generate_series(1, 20) n;
-- Computed once for each, put together for each row.
alter table big_subject add column terms varchar[];
update big_subject set terms = pg_temp.terms(folded || ' ' || lower(en) || ' ban ghi nho memorandum', zh || '谅解备忘录');
alter table big_unit add column terms varchar[];
update big_unit set terms = pg_temp.terms(folded, '');
alter table big_other add column terms varchar[];
update big_other set terms = pg_temp.terms('', zh);

insert into agreement (id, version, owner, parties, anchor, within, visibility, readers, consents, external_ids, external_keys,
    recorded_at, updated_at, code, kind, level, title, signed_on, period_from, period_to, ends_on, life, fields, rests_on,
    terms, search_terms, search_text)
select ('7f900000-0000-7000-8000-' || lpad(to_hex(d.i), 12, '0'))::uuid, 0, a.code, array[a.code, b.code], d.signed,
    array['CN', 'CN.530000', b.code, 'VN', a.code], d.visibility,
    case d.visibility when 'PUBLIC' then array['*'] when 'PARTIES' then array['CN.530000', b.code, a.code] else array[a.code] end,
    '{}', '[]', case when d.i % 20 = 0 then array['gov:' || d.i] else '{}' end,
    timestamptz '2024-06-12 00:00+00' + d.i * interval '1 minute', timestamptz '2024-06-12 00:00+00' + d.i * interval '1 minute',
    'big-' || d.i, d.kind, d.level, jsonb_build_object('vi', t.vi, 'zh', t.zh || b.zh, 'en', t.en || ' n' || d.i),
    d.signed, d.signed, e.ends, e.ends,
    jsonb_build_object('signedOn', d.signed, 'period', jsonb_build_object('from', d.signed, 'to', e.ends), 'actions', '[]'::jsonb),
    d.fields, case when f.basis is null then '{}' else array[('7f900000-0000-7000-8000-00000000000' || f.basis)::uuid] end,
    jsonb_build_object(
        'parties', jsonb_build_array(jsonb_build_object('region', a.code), jsonb_build_object('region', b.code)),
        'fields', to_jsonb(d.fields), 'legalBasis', '[]'::jsonb, 'restsOn', case when f.basis is null then '[]'::jsonb else jsonb_build_array('big-' || f.basis) end, 'authenticLanguages', '["vi", "zh"]'::jsonb,
        'note', jsonb_build_object('en', repeat('What else was said of it. ', 12))),
    t.terms || a.terms || b.terms || array['n' || d.i]::varchar[],
    ' ' || t.folded || ' ' || lower(t.en) || ' ban ghi nho memorandum n' || d.i || ' ' || a.folded || ' ' || t.zh || ' 谅解备忘录 ' || b.zh
from (
    select i,
        1 + floor(10 * random() * random())::int as subject,
        1 + floor(60 * random() * random())::int as unit,
        1 + floor(20 * random() * random())::int as other,
        date '1991-11-10' + (i / 9 + floor(random() * 1000)::int) as signed,
        case when i <= 2 then 'PUBLIC' when sensitive then case when random() < 0.5 then 'PARTIES' else 'OWN_SIDE' end
            when random() < 0.6 then 'PUBLIC' when random() < 0.8 then 'PARTIES' else 'OWN_SIDE' end as visibility,
        (array['MEMORANDUM','ARRANGEMENT','AGREED_MINUTES','EXCHANGE_MINUTES','PROGRAMME','PLAN','LETTER_OF_INTENT','COMMUNIQUE','DECLARATION'])[1 + floor(9 * random() * random())::int] as kind,
        case when i % 1000 = 0 then 'NATIONAL' when sensitive and random() < 0.2 then 'BORDER_POST'
            else (array['PROVINCIAL','DEPARTMENT','DISTRICT','COMMUNE'])[1 + floor(4 * random() * random())::int] end as level,
        case when sensitive then array['POLICE', 'JUSTICE']
            else array[(array['TRADE','TOURISM','CULTURE','AGRICULTURE','EDUCATION','HEALTH','LABOUR','FORESTRY','HOUSING'])[1 + floor(9 * random() * random())::int]]
            end || case when random() < 0.3 then array['FRIENDSHIP'] else '{}' end as fields
    from (select i, i > 2 and random() < 0.05 as sensitive from generate_series(1, 100000) i) drawn) d
join big_subject t on t.n = d.subject join big_unit a on a.n = d.unit join big_other b on b.n = d.other
cross join lateral (select case when d.i % 97 = 0 then current_date + d.i / 97 % 400 else d.signed + 1825 end as ends) e
cross join lateral (select case when d.i % 10 = 3 then 1 when d.i % 10000 = 7 then 2 end as basis) f;

insert into agreement_phase (agreement_id, status, from_day, until_day)
select id, 'DRAFT', date '0001-01-01', signed_on - 1 from agreement where code like 'big-%'
union all select id, 'IN_FORCE', period_from, period_to from agreement where code like 'big-%'
union all select id, 'EXPIRED', period_to + 1, date '9999-12-31' from agreement where code like 'big-%';
