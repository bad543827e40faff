-- What a catalogue of a million variants needs. Plans and times: docs/performance/a-million.md.

-- Goods that come on stock many at once (an import, a seed) are one statement: their products are looked at once, not once per row.
create function stock_began() returns trigger language plpgsql as $$
declare
    begun uuid[] := array(
        select distinct v.product_id from began b join variants v on v.id = b.variant_id
        where b.on_hand > b.reserved + b.allocated order by 1);
begin
    -- Locked first, as in stock_turned, in the order of index_products.
    perform from product_facets where product_id = any(begun) order by product_id for update;
    update product_facets set in_stock = true where product_id = any(begun) and not in_stock and product_in_stock(product_id);
    return null;
end $$;
drop trigger stock_levels_began on stock_levels;
create trigger stock_levels_began after insert on stock_levels referencing new table as began
    for each statement execute function stock_began();

-- Searching. What many words match is not read whole: a search takes its candidates from the best known products first, then from
-- more of them, then from all. A product is well known by its ratings, or by chance (the end of its id), so that these indexes stay
-- an eighth and a sixty-fourth of the whole whatever is rated.
create index products_search_known_idx on products using gin (search)
    where state = 'active' and (rating_count >= 5 or right(id::text, 2) < '20' collate "C");
create index products_search_best_idx on products using gin (search)
    where state = 'active' and (rating_count >= 25 or right(id::text, 2) < '04' collate "C");

-- Products shoppers may see that match: `whole`, or, where more than `most` do, the best known of them, `most / 2` of these, and,
-- unless they are `enough`, others.
create function products_matching(words tsquery, most int, enough int, out ids uuid[], out whole bool) language plpgsql stable
    -- The indexes are what bounds it, however common the planner thinks a word is; and planning takes longer than reading them.
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
declare
    others uuid[];
begin
    whole := false;
    ids := array(
        select p.id from products p join merchants m on m.id = p.merchant_id
        where p.search @@ words and p.state = 'active' and (p.rating_count >= 25 or right(p.id::text, 2) < '04' collate "C")
            and p.published_at is not null and m.state = 'active' limit most / 2);
    if cardinality(ids) >= enough then
        return;
    end if;
    ids := array(
        select p.id from products p join merchants m on m.id = p.merchant_id
        where p.search @@ words and p.state = 'active' and (p.rating_count >= 5 or right(p.id::text, 2) < '20' collate "C")
            and p.published_at is not null and m.state = 'active' limit most / 2);
    if cardinality(ids) >= enough then
        return;
    end if;
    others := array(
        select p.id from products p join merchants m on m.id = p.merchant_id
        where p.search @@ words and p.state = 'active' and p.published_at is not null and m.state = 'active' limit most);
    whole := cardinality(others) < most;
    ids := case when whole then others else array(select unnest(ids) union select unnest(others)) end;
end $$;

-- Filters. Prices in bands, each a sixth wider than the one before, in minor units; the last one has no end.
create function price_band(price_minor bigint) returns int
    language sql immutable parallel safe
    return least(floor(6 * ln(greatest(price_minor, 0)::float8 + 1)), 100)::int;

-- All a product can be narrowed by, as terms: what has several of them is where their lists meet in one index.
create function facet_terms(category_id uuid, merchant_id uuid, price_minor bigint, rating_tenths smallint, on_sale bool,
    in_stock bool, attributes text[]) returns text[]
    language sql immutable parallel safe
    return attributes || array['all', 'category:' || category_id, 'merchant:' || merchant_id, 'price:' || price_band(price_minor),
            'on_sale:' || on_sale::int, 'in_stock:' || in_stock::int]
        || (array['rating:1', 'rating:2', 'rating:3', 'rating:4', 'rating:5'])[1 : rating_tenths / 10];
create index product_facets_terms_idx on product_facets using gin
    (facet_terms(category_id, merchant_id, price_minor, rating_tenths, on_sale, in_stock, attributes))
    where published_at is not null;

-- Merchants are suggested by the beginnings of the words of their names.
create index merchants_name_trgm_idx on merchants using gin (fold(name) gin_trgm_ops);
