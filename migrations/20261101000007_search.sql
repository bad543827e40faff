-- Search and discovery: what listings are narrowed by, the words of the catalogue, synonyms, and what was sought in vain.
create extension if not exists fuzzystrmatch;

-- What facets are counted over: one narrow row per product, so that thousands are read in a few pages of the table. Kept by
-- `index_products`, and by the trigger on stock_levels below.
create table product_facets (
    product_id uuid primary key references products (id) on delete cascade,
    merchant_id uuid not null references merchants (id),
    category_id uuid references categories (id),
    -- Null while shoppers may not see the product.
    published_at timestamptz,
    price_minor bigint not null,
    -- The mean in tenths, rounded half up; 0 without reviews.
    rating_tenths smallint not null,
    on_sale bool not null,
    in_stock bool not null,
    -- 'key=value', as in the address of a filtered page.
    attributes text[] not null
);

-- The words products and merchants are described with; a word stays when its last product goes. Byte order, so that words
-- that begin with a letter are a range of the index.
create table search_words (
    word text collate "C" primary key,
    stem text not null generated always as (coalesce((ts_lexize('english_stem', word))[1], word)) stored
);
create index search_words_stem_idx on search_words (stem);
create index search_words_trgm_idx on search_words using gin (word gin_trgm_ops);

create function product_in_stock(product uuid) returns bool
    language sql stable parallel safe
    return exists (
        select from variants v where v.product_id = product and v.state = 'active'
        and (v.stock_policy = 'unlimited' or exists (
            select from stock_levels s where s.variant_id = v.id and s.on_hand > s.reserved + s.allocated))
    );

-- Called in the transaction that changes these products, after the change.
create function index_products(ids uuid[]) returns void language plpgsql as $$
begin
    -- Locked first: the statement after sees what those have committed who held these rows.
    perform from product_facets where product_id = any(ids) order by product_id for update;
    insert into product_facets as f (product_id, merchant_id, category_id, published_at, price_minor, rating_tenths, on_sale,
        in_stock, attributes)
    select p.id, p.merchant_id, p.category_id, case when p.state = 'active' then p.published_at end, p.price_min_minor,
        case when p.rating_count > 0 then (p.rating_sum * 20 + p.rating_count) / (p.rating_count * 2) else 0 end,
        p.compare_at_minor is not null, product_in_stock(p.id),
        array(select a.key || '=' || a.value from jsonb_each_text(p.attributes) a where a.value <> '' order by 1)
    from products p where p.id = any(ids) order by p.id
    on conflict (product_id) do update set merchant_id = excluded.merchant_id, category_id = excluded.category_id,
        published_at = excluded.published_at, price_minor = excluded.price_minor, rating_tenths = excluded.rating_tenths,
        on_sale = excluded.on_sale, in_stock = excluded.in_stock, attributes = excluded.attributes
    where f.* is distinct from excluded.*;
    insert into search_words (word)
    select distinct w.token collate "C" from products p join merchants m on m.id = p.merchant_id,
        ts_parse('default', fold(concat_ws(' ', p.title, p.subtitle, p.product_type, p.vendor, m.name,
            (select string_agg(a.value, ' ') from jsonb_each_text(p.attributes) a)))) w
    where p.id = any(ids) and p.state = 'active' and w.token ~ '^[[:alpha:]]{3,30}$'
    order by 1
    on conflict do nothing;
end $$;

create function stock_turned() returns trigger language plpgsql as $$
declare
    product uuid := (select product_id from variants where id = new.variant_id);
begin
    -- Locked first, as in index_products: of two who take the last of two variants the second sees both gone.
    perform from product_facets where product_id = product for update;
    update product_facets set in_stock = not in_stock where product_id = product and in_stock <> product_in_stock(product);
    return null;
end $$;
-- Only when there is something after there was nothing, or the other way round.
create trigger stock_levels_began after insert on stock_levels
    for each row when (new.on_hand > new.reserved + new.allocated) execute function stock_turned();
create trigger stock_levels_turned after update on stock_levels
    for each row when ((old.on_hand > old.reserved + old.allocated) <> (new.on_hand > new.reserved + new.allocated))
    execute function stock_turned();

select index_products(array(select id from products));

-- Who seeks the term is also shown the synonym. One direction; most are entered in both.
create table search_synonyms (
    term text not null,
    synonym text not null,
    target tsquery not null generated always as (plainto_tsquery('english', fold(term))) stored,
    substitute tsquery not null generated always as
        (plainto_tsquery('english', fold(term)) || phraseto_tsquery('english', fold(synonym))) stored,
    primary key (term, synonym),
    constraint search_synonyms_mean_something check (numnode(plainto_tsquery('english', fold(term))) > 0)
);

insert into search_synonyms (term, synonym)
select pair.term, pair.synonym from (values
    ('couch', 'sofa'), ('settee', 'sofa'), ('rug', 'carpet'), ('lamp', 'light'), ('cup', 'mug'), ('glasses', 'tumbler'),
    ('jumper', 'sweater'), ('pullover', 'sweater'), ('trousers', 'pants'), ('rucksack', 'backpack'), ('bag', 'tote'),
    ('purse', 'wallet'), ('billfold', 'wallet'), ('throw', 'blanket'), ('plaid', 'blanket'), ('pillow', 'cushion'),
    ('beanie', 'hat'), ('toque', 'beanie'), ('earphones', 'headphones'), ('notepad', 'notebook'), ('journal', 'notebook'),
    ('planter', 'plant pot'), ('flowerpot', 'plant pot'), ('skillet', 'pan'), ('chopping board', 'cutting board'),
    ('jewelry', 'jewellery'), ('gray', 'grey'), ('color', 'colour'), ('cookie', 'biscuit'), ('jam', 'preserve'),
    ('sneakers', 'trainers'), ('trainers', 'sneakers'), ('flask', 'water bottle'), ('jewellery', 'necklace'),
    ('jewellery', 'earrings'), ('jewelry', 'necklace'), ('jewelry', 'earrings'), ('dungarees', 'overalls'), ('poster', 'print'), ('candlestick', 'candle holder'),
    ('teddy', 'bear'), ('serviette', 'napkin'), ('dish towel', 'tea towel'), ('moisturiser', 'cream')
) as pair (term, synonym)
union
select pair.synonym, pair.term from (values
    ('couch', 'sofa'), ('rug', 'carpet'), ('jumper', 'sweater'), ('rucksack', 'backpack'), ('cup', 'mug'),
    ('pillow', 'cushion'), ('notepad', 'notebook'), ('throw', 'blanket'), ('planter', 'plant pot'),
    ('chopping board', 'cutting board'), ('jewelry', 'jewellery'), ('gray', 'grey'), ('color', 'colour')
) as pair (term, synonym);

-- What is meant by a search: its words by stem, the last one, which may still be being typed, also by its beginning, each
-- also by its synonyms. Nothing is guessed for who writes quotes or a minus.
create function search_query(words text) returns tsquery language plpgsql stable
    -- That a word is too common to be sought is nothing to tell the log.
    set client_min_messages = 'warning'
as $$
declare
    meant tsquery := websearch_to_tsquery('english', fold(words));
begin
    if words !~ '"|(^| )-' then
        -- Quoted for to_tsquery after folding, which may bring forth characters that mean something there.
        meant := meant || (websearch_to_tsquery('english', fold(regexp_replace(words, '(^| )[^ ]*$', '')))
            && to_tsquery('english',
                ''' ' || regexp_replace(fold(regexp_replace(words, '^.* ', '')), '[''\\]', ' ', 'g') || ''':*'));
    end if;
    return ts_rewrite(meant, 'select target, substitute from search_synonyms');
end $$;

-- The words with those that no product knows replaced by the nearest one that some product does; null where there is none to
-- replace.
create function correct_search(words text) returns text
    language sql stable
    set pg_trgm.similarity_threshold = 0.25
as $$
    select case when bool_or(near.word is not null) then string_agg(coalesce(near.word, asked.word), ' ' order by asked.place) end
    from regexp_split_to_table(fold(words), '[^[:alnum:]]+') with ordinality as asked (word, place)
    left join lateral (
        select s.word from search_words s
        where length(asked.word) between 4 and 30 and asked.word ~ '^[[:alpha:]]+$'
            and not exists (
                select from search_words k
                where k.word = asked.word collate "C" or k.stem = coalesce((ts_lexize('english_stem', asked.word))[1], ''))
            and not exists (select from search_synonyms y where y.target = plainto_tsquery('english', asked.word))
            and (s.word % asked.word or s.word >= left(asked.word, 1) collate "C" and s.word < left(asked.word, 1) || '~' collate "C")
            and levenshtein_less_equal(s.word, asked.word, 1 + length(asked.word) / 5) <= 1 + length(asked.word) / 5
        order by levenshtein(s.word, asked.word), similarity(s.word, asked.word) desc, s.word limit 1
    ) near on true
    where asked.word <> ''
$$;

-- Spelling is forgiven word by word now.
drop function products_like(text);
drop index products_title_trgm_idx;

-- Searches that found nothing: the folded words and how often, nothing of who asked.
create table search_misses (
    words text primary key check (length(words) between 1 and 100),
    count bigint not null default 1,
    last_at timestamptz not null
);
create index search_misses_last_idx on search_misses (last_at);
