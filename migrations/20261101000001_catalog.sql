-- The catalogue: merchants, the category tree, products with their options and variants, media, reviews.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- `unaccent` is only stable (its dictionary could change); indexes and generated columns need an immutable wrapper.
create function fold(text) returns text
    language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create function forbid_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create table media (
    id uuid primary key,
    -- Rendered widths in pixels, ascending; a file is at `{id}-{width}.webp` in the media store.
    widths int[] not null default '{}',
    width int not null default 0,
    height int not null default 0,
    -- Dominant colour as #rrggbb, shown until the picture is there.
    placeholder text not null default '#e9e2d6' check (placeholder ~ '^#[0-9a-f]{6}$'),
    source_url text,
    state text not null default 'ready' check (state in ('ready', 'pending', 'failed')),
    error text,
    created_at timestamptz not null
);
create unique index media_source_url_key on media (source_url) where source_url is not null;

-- What a page needs of a picture, as one value, so that statements that join several pictures stay readable.
create function picture_of(m media, alt text) returns jsonb
    language sql stable parallel safe
    return jsonb_build_object('id', m.id, 'widths', m.widths, 'width', m.width, 'height', m.height,
        'placeholder', m.placeholder, 'alt', coalesce(alt, ''));

create table merchants (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    tagline text not null default '',
    story_html text not null default '',
    city text not null default '',
    country text not null check (country ~ '^[A-Z]{2}$'),
    founded int,
    email text not null,
    state text not null default 'active' check (state in ('active', 'paused')),
    logo_media_id uuid references media (id),
    banner_media_id uuid references media (id),
    dispatch_min_days int not null default 1 check (dispatch_min_days >= 0),
    dispatch_max_days int not null default 3 check (dispatch_max_days >= dispatch_min_days),
    created_at timestamptz not null
);

create table categories (
    id uuid primary key,
    parent_id uuid references categories (id),
    slug text not null unique,
    name text not null,
    description text not null default '',
    position int not null default 0,
    -- Distance from the root: 0 department, 1 category, 2 leaf.
    depth int not null check (depth between 0 and 5),
    media_id uuid references media (id)
);
create index categories_parent_idx on categories (parent_id, position);

create table category_attributes (
    category_id uuid not null references categories (id) on delete cascade,
    key text not null,
    label text not null,
    position int not null default 0,
    primary key (category_id, key)
);

create table products (
    id uuid primary key,
    merchant_id uuid not null references merchants (id),
    category_id uuid references categories (id),
    -- The merchant's own name for the product, as in Shopify's CSV; the slug is the marketplace's.
    handle text not null,
    -- Byte order, so that "all slugs that begin with" is a range of the index.
    slug text collate "C" not null unique,
    title text not null check (length(title) between 1 and 255),
    subtitle text not null default '',
    description_html text not null default '',
    vendor text not null default '',
    product_type text not null default '',
    state text not null default 'active' check (state in ('draft', 'active', 'archived')),
    tags text[] not null default '{}',
    -- Values for the category's attributes: {"material": "Stoneware"}.
    attributes jsonb not null default '{}',
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- Cached from the active variants in the transaction that changes them.
    price_min_minor bigint not null default 0,
    price_max_minor bigint not null default 0,
    compare_at_minor bigint,
    rating_sum int not null default 0,
    rating_count int not null default 0,
    -- Published reviews with 1, 2, 3, 4 and 5 stars; kept with sum and count by whoever publishes a review.
    rating_histogram int[] not null default '{0,0,0,0,0}' check (cardinality(rating_histogram) = 5),
    seo_title text not null default '',
    seo_description text not null default '',
    published_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    search tsvector generated always as (
        setweight(to_tsvector('english', fold(title)), 'A')
        || setweight(to_tsvector('english', fold(subtitle || ' ' || product_type || ' ' || vendor)), 'B')
        || setweight(to_tsvector('english', fold(attributes::text)), 'C')
        || setweight(to_tsvector('english', fold(description_html)), 'D')
    ) stored,
    constraint products_handle_key unique (merchant_id, handle)
);
create index products_search_idx on products using gin (search);
create index products_title_trgm_idx on products using gin (fold(title) gin_trgm_ops);
create index products_new_idx on products (published_at desc, id desc) where state = 'active';
create index products_price_idx on products (price_min_minor, id) where state = 'active';
create index products_sale_idx on products (published_at desc, id desc) where state = 'active' and compare_at_minor is not null;
create index products_merchant_new_idx on products (merchant_id, published_at desc, id desc) where state = 'active';
create index products_merchant_price_idx on products (merchant_id, price_min_minor, id) where state = 'active';

-- Products whose titles hold words like these, misspelt. pg_trgm's own threshold (0.6) forgives too little in short words; set
-- here it still uses the trigram index.
create function products_like(words text) returns table (id uuid, likeness real)
    language sql stable parallel safe
    set pg_trgm.word_similarity_threshold = 0.4
as $$
    select p.id, word_similarity(fold(words), fold(p.title)) from products p
    where fold(words) <% fold(p.title) and p.state = 'active'
$$;

-- One row for a product in its category and in each ancestor, with the sort keys of a listing, so that a page of any
-- category is one range of one index.
create table category_products (
    category_id uuid not null references categories (id) on delete cascade,
    product_id uuid not null references products (id) on delete cascade,
    published_at timestamptz not null,
    price_minor bigint not null,
    primary key (category_id, product_id)
);
create index category_products_new_idx on category_products (category_id, published_at desc, product_id desc);
create index category_products_price_idx on category_products (category_id, price_minor, product_id);
create index category_products_product_idx on category_products (product_id);

create table product_options (
    product_id uuid not null references products (id) on delete cascade,
    position int not null check (position between 1 and 3),
    name text not null,
    "values" text[] not null,
    -- Colour names of the design system's swatches, parallel to the values; '' where a value has none.
    swatches text[] not null default '{}',
    primary key (product_id, position)
);

create table product_media (
    product_id uuid not null references products (id) on delete cascade,
    position int not null,
    media_id uuid not null references media (id),
    alt text not null default '',
    primary key (product_id, position)
);

create table variants (
    id uuid primary key,
    product_id uuid not null references products (id) on delete cascade,
    merchant_id uuid not null references merchants (id),
    position int not null,
    -- One value for each of the product's options, in their order; empty for a product without options.
    option_values text[] not null default '{}',
    sku text,
    barcode text,
    price_minor bigint not null check (price_minor >= 0),
    compare_at_minor bigint check (compare_at_minor > price_minor),
    weight_grams int not null default 0 check (weight_grams >= 0),
    requires_shipping bool not null default true,
    taxable bool not null default true,
    -- 'tracked': sold only from stock. 'unlimited': stock is noted but does not limit sales.
    stock_policy text not null default 'tracked' check (stock_policy in ('tracked', 'unlimited')),
    media_id uuid references media (id),
    state text not null default 'active' check (state in ('active', 'archived')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Checked at the end of a statement, so that one statement may exchange values between variants.
    constraint variants_options_key unique (product_id, option_values) deferrable initially immediate
);
create unique index variants_sku_key on variants (merchant_id, sku) where sku is not null;
create index variants_product_idx on variants (product_id, position);

-- A slug that was given up leads to what carries another one now.
create table slug_redirects (
    kind text not null check (kind in ('product', 'merchant', 'category')),
    slug text collate "C" not null,
    target_id uuid not null,
    created_at timestamptz not null,
    primary key (kind, slug)
);

create table reviews (
    id uuid primary key,
    product_id uuid not null references products (id) on delete cascade,
    author_name text not null,
    rating int not null check (rating between 1 and 5),
    title text not null default '',
    body text not null default '',
    verified bool not null default false,
    reply text,
    state text not null default 'published' check (state in ('pending', 'published', 'hidden')),
    created_at timestamptz not null
);
create index reviews_product_idx on reviews (product_id, created_at desc, id desc) where state = 'published';
