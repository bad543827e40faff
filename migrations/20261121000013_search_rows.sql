-- A search finds, ranks and counts in one row per product, in one visit to it: what a product is ranked by goes from `products` to
-- `product_facets`. No release has read the old places, so this is one step and not three (README.md). While it runs listings and
-- searches wait: 51 s where there are 454,000 products.
set local lock_timeout = '2s';

alter table product_facets
    add column rating_count int not null default 0,
    -- Folded, as searches are: lower case, no accents.
    add column title text not null default '',
    add column product_type text not null default '',
    -- The words by stem: title A, subtitle, kind and vendor B, attributes C, description D; and those of the translations.
    add column search tsvector not null default '';

-- Called in the transaction that changes these products, after the change.
create or replace function index_products(ids uuid[]) returns void language plpgsql as $$
begin
    -- Locked first: the statement after sees what those have committed who held these rows.
    perform from product_facets where product_id = any(ids) order by product_id for update;
    insert into product_facets as f (product_id, merchant_id, category_id, published_at, price_minor, rating_tenths, on_sale,
        in_stock, attributes, rating_count, title, product_type, search)
    select p.id, p.merchant_id, p.category_id, case when p.state = 'active' then p.published_at end, p.price_min_minor,
        case when p.rating_count > 0 then (p.rating_sum * 20 + p.rating_count) / (p.rating_count * 2) else 0 end,
        p.compare_at_minor is not null, product_in_stock(p.id),
        array(select a.key || '=' || translate(a.value, E'\x1f', ' ') from jsonb_each_text(p.attributes) a where a.value <> '' order by 1),
        p.rating_count, fold(p.title), fold(p.product_type),
        setweight(to_tsvector('english', fold(p.title)), 'A')
            || setweight(to_tsvector('english', fold(p.subtitle || ' ' || p.product_type || ' ' || p.vendor)), 'B')
            || setweight(to_tsvector('english', fold(p.attributes::text)), 'C')
            || setweight(to_tsvector('english', fold(p.description_html)), 'D')
            || p.translated
    from products p where p.id = any(ids) order by p.id
    on conflict (product_id) do update set merchant_id = excluded.merchant_id, category_id = excluded.category_id,
        published_at = excluded.published_at, price_minor = excluded.price_minor, rating_tenths = excluded.rating_tenths,
        on_sale = excluded.on_sale, in_stock = excluded.in_stock, attributes = excluded.attributes,
        rating_count = excluded.rating_count, title = excluded.title, product_type = excluded.product_type, search = excluded.search
    where f.* is distinct from excluded.*;
    insert into search_words (word)
    select distinct w.token collate "C" from products p join merchants m on m.id = p.merchant_id,
        ts_parse('default', fold(concat_ws(' ', p.title, p.subtitle, p.product_type, p.vendor, m.name,
            (select string_agg(a.value, ' ') from jsonb_each_text(p.attributes) a)))) w
    where p.id = any(ids) and p.state = 'active' and w.token ~ '^[[:alpha:]]{3,30}$'
    order by 1
    on conflict do nothing;
end $$;

create or replace function product_translated() returns trigger language plpgsql as $$
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
    if found then
        perform index_products(array[product]);
    end if;
    return null;
end $$;

select index_products(array(select id from products order by id));

drop function products_matching(tsquery, int, int);
-- With its three indexes.
alter table products drop column search;

-- As they were on `products`: the whole, and an eighth and a sixty-fourth of it, the best known products first.
create index product_facets_search_idx on product_facets using gin (search) where published_at is not null;
create index product_facets_search_known_idx on product_facets using gin (search)
    where published_at is not null and (rating_count >= 5 or right(product_id::text, 2) < '20' collate "C");
create index product_facets_search_best_idx on product_facets using gin (search)
    where published_at is not null and (rating_count >= 25 or right(product_id::text, 2) < '04' collate "C");

-- The rows of `product_facets` shoppers may see that match, by where they lie, which holds for the statement that asks: `whole`,
-- or, where more than `most` do, the best known of them, `most / 2` of these, and, unless they are `enough`, others.
create function products_matching(words tsquery, most int, enough int, out places tid[], out whole bool) language plpgsql stable
    -- The indexes are what bounds it, however common the planner thinks a word is; and planning takes longer than reading them.
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
declare
    others tid[];
begin
    whole := false;
    places := array(
        select f.ctid from product_facets f join merchants m on m.id = f.merchant_id
        where f.search @@ words and f.published_at is not null and (f.rating_count >= 25 or right(f.product_id::text, 2) < '04' collate "C")
            and m.state = 'active' limit most / 2);
    if cardinality(places) >= enough then
        return;
    end if;
    -- Of fewer than a sixty-fourth in the smallest index there are hardly more than `most` in all.
    if cardinality(places) >= most / 64 then
        places := array(
            select f.ctid from product_facets f join merchants m on m.id = f.merchant_id
            where f.search @@ words and f.published_at is not null and (f.rating_count >= 5 or right(f.product_id::text, 2) < '20' collate "C")
                and m.state = 'active' limit most / 2);
        if cardinality(places) >= enough then
            return;
        end if;
    end if;
    others := array(
        select f.ctid from product_facets f join merchants m on m.id = f.merchant_id
        where f.search @@ words and f.published_at is not null and m.state = 'active' limit most);
    whole := cardinality(others) < most;
    places := case when whole then others else array(select unnest(places) union select unnest(others)) end;
end $$;

-- What a listing can be narrowed to: the categories directly below `parent` (below nothing: the departments), in the operator's order,
-- each with slug, name, description, picture, and the ids of itself and all below it; and every attribute with the label most
-- categories give it and its position in them.
create function facet_names(parent uuid) returns jsonb
    language sql stable
as $$
    with recursive below (id, branch) as (
        select id, id from categories where parent_id is not distinct from parent
        union all
        select c.id, b.branch from categories c join below b on c.parent_id = b.id
    )
    select jsonb_build_object(
        'branches', coalesce((
            select jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name, 'description', c.description,
                'picture', (select picture_of(d, c.name) from media d where d.id = c.media_id), 'ids', n.ids) order by c.position, c.name)
            from (select branch, jsonb_agg(id) as ids from below group by branch) n join categories c on c.id = n.branch), '[]'),
        'attributes', coalesce((
            select jsonb_agg(jsonb_build_array(a.key, a.label, a.position))
            from (select key, mode() within group (order by label) as label, avg(position) as position
                from category_attributes group by key) a), '[]'))
$$;

-- As before, but that synonyms are of whole words only: a beginning that is a term itself, such as "lamp", is a beginning still.
create or replace function search_query(words text) returns tsquery language plpgsql stable
    -- That a word is too common to be sought is nothing to tell the log.
    set client_min_messages = 'warning'
as $$
declare
    synonyms constant text := 'select target, substitute from search_synonyms';
    meant tsquery := ts_rewrite(websearch_to_tsquery('english', fold(words)), synonyms);
    typed text := regexp_replace(words, '(^| )[^ ]*$', '');
begin
    if words ~ '"|(^| )-' then
        return meant;
    end if;
    -- Quoted for to_tsquery after folding, which may bring forth characters that mean something there.
    return meant || (ts_rewrite(websearch_to_tsquery('english', fold(typed)), synonyms)
        && to_tsquery('english', ''' ' || regexp_replace(fold(regexp_replace(words, '^.* ', '')), '[''\\]', ' ', 'g') || ''':*'));
end $$;

-- What is made of clay is seldom called so, and often sought so.
insert into search_synonyms (term, synonym) values
    ('ceramic', 'stoneware'), ('ceramic', 'earthenware'), ('ceramic', 'porcelain'), ('pottery', 'stoneware'), ('pottery', 'earthenware'),
    ('china', 'porcelain')
on conflict do nothing;
-- Terms can be mistyped, too, though no product is described with them.
insert into search_words (word) select distinct term from search_synonyms where term ~ '^[[:alpha:]]{3,30}$'
on conflict do nothing;
