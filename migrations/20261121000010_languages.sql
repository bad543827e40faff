-- Content in other languages than the one it was written in, and which language a buyer and an asker speak.

create table product_translations (
    product_id uuid not null references products (id) on delete cascade,
    language text not null check (language ~ '^[a-z]{2}$'),
    -- '' where it is shown as it was written.
    title text not null default '' check (length(title) <= 255),
    subtitle text not null default '',
    description_html text not null default '',
    updated_at timestamptz not null,
    primary key (product_id, language)
);

create table merchant_translations (
    merchant_id uuid not null references merchants (id) on delete cascade,
    language text not null check (language ~ '^[a-z]{2}$'),
    tagline text not null default '',
    story_html text not null default '',
    updated_at timestamptz not null,
    primary key (merchant_id, language)
);

-- What a card says, in a language.
create function title_in(p products, language text) returns text
    language sql stable parallel safe
    return coalesce((select nullif(t.title, '') from product_translations t where t.product_id = p.id and t.language = $2), p.title);
create function tagline_in(m merchants, language text) returns text
    language sql stable parallel safe
    return coalesce((select nullif(t.tagline, '') from merchant_translations t where t.merchant_id = m.id and t.language = $2), m.tagline);

-- What many pages say: names of categories, options and their values, attributes. By the words as they were written, so that
-- a name that changes is shown as it now is until somebody translates it.
create table term_translations (
    language text not null check (language ~ '^[a-z]{2}$'),
    term text not null check (length(term) between 1 and 500),
    text text not null check (length(text) between 1 and 1000),
    primary key (language, term)
);

-- How words of a language are reduced to their stems; as they are where Postgres knows no stems.
create function stemming(language text) returns regconfig
    language sql immutable parallel safe
    return case language when 'en' then 'english'::regconfig when 'de' then 'german'::regconfig when 'fr' then 'french'::regconfig
        when 'ar' then 'arabic'::regconfig else 'simple'::regconfig end;

-- A product is found by its words in every language. Generated columns see their own row only, so a trigger brings the
-- translations there.
alter table products add column translated tsvector not null default '';
alter table products drop column search;
alter table products add column search tsvector generated always as (
    setweight(to_tsvector('english', fold(title)), 'A')
    || setweight(to_tsvector('english', fold(subtitle || ' ' || product_type || ' ' || vendor)), 'B')
    || setweight(to_tsvector('english', fold(attributes::text)), 'C')
    || setweight(to_tsvector('english', fold(description_html)), 'D')
    || translated
) stored;
create index products_search_idx on products using gin (search);
create index products_search_known_idx on products using gin (search)
    where state = 'active' and (rating_count >= 5 or right(id::text, 2) < '20' collate "C");
create index products_search_best_idx on products using gin (search)
    where state = 'active' and (rating_count >= 25 or right(id::text, 2) < '04' collate "C");

create function product_translated() returns trigger language plpgsql as $$
declare
    product uuid := coalesce(new.product_id, old.product_id);
    words tsvector := '';
    said record;
begin
    -- Locked first: of two who translate into two languages the second sees what the first has written.
    perform from products where id = product for no key update;
    for said in select * from product_translations where product_id = product order by language loop
        words := words
            || setweight(to_tsvector(stemming(said.language), fold(said.title)), 'A')
            || setweight(to_tsvector(stemming(said.language), fold(said.subtitle)), 'B')
            || setweight(to_tsvector(stemming(said.language), fold(said.description_html)), 'D');
        -- What spelling is mended by.
        insert into search_words (word)
        select distinct w.token collate "C" from ts_parse('default', fold(said.title || ' ' || said.subtitle)) w
        where w.token ~ '^[[:alpha:]]{3,30}$' order by 1
        on conflict do nothing;
    end loop;
    update products set translated = words where id = product and translated is distinct from words;
    return null;
end $$;
create trigger product_translations_written after insert or update or delete on product_translations
    for each row execute function product_translated();

-- As before, and the words also as those of a language.
create function search_query(words text, language text) returns tsquery language plpgsql stable
    set client_min_messages = 'warning'
as $$
declare
    config regconfig := stemming(language);
    meant tsquery := search_query(words);
begin
    if language = 'en' then
        return meant;
    end if;
    meant := meant || websearch_to_tsquery(config, fold(words));
    if words !~ '"|(^| )-' then
        meant := meant || (websearch_to_tsquery(config, fold(regexp_replace(words, '(^| )[^ ]*$', '')))
            && to_tsquery(config,
                ''' ' || regexp_replace(fold(regexp_replace(words, '^.* ', '')), '[''\\]', ' ', 'g') || ''':*'));
    end if;
    return meant;
end $$;

-- Lines are named as the buyer saw them, and as the merchant wrote them.
alter table order_lines add column written_title text not null default '', add column written_variant_title text not null default '';
update order_lines set written_title = title, written_variant_title = variant_title;
alter table order_groups add column language text not null default 'en' check (language ~ '^[a-z]{2}$');
alter table questions add column language text not null default 'en' check (language ~ '^[a-z]{2}$');
