-- Stock: counters per variant and location, the immutable movements they are the sums of, and the holds of checkouts.
create table stock_locations (
    id uuid primary key,
    merchant_id uuid not null references merchants (id),
    name text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    created_at timestamptz not null,
    constraint stock_locations_name_key unique (merchant_id, name)
);

create table stock_levels (
    variant_id uuid not null references variants (id) on delete cascade,
    location_id uuid not null references stock_locations (id),
    on_hand int not null default 0 check (on_hand >= 0),
    -- Promised to checkouts in progress, and to placed orders not yet shipped.
    reserved int not null default 0 check (reserved >= 0),
    allocated int not null default 0 check (allocated >= 0),
    primary key (variant_id, location_id),
    constraint stock_levels_not_oversold check (reserved + allocated <= on_hand)
);

create table stock_movements (
    id bigint generated always as identity primary key,
    variant_id uuid not null,
    location_id uuid not null,
    kind text not null check (kind in ('receive', 'adjust', 'reserve', 'release', 'allocate', 'deallocate', 'ship', 'return')),
    on_hand_delta int not null default 0,
    reserved_delta int not null default 0,
    allocated_delta int not null default 0,
    -- What moved it: ('checkout', id), ('order', id), ('import', product id), ('seed', product id).
    cause_kind text not null,
    cause_id uuid not null,
    created_at timestamptz not null
);
create index stock_movements_key_idx on stock_movements (variant_id, location_id);
create trigger stock_movements_append_only before update or delete on stock_movements
    for each row execute function forbid_change();

create table tax_zones (
    country text primary key check (country ~ '^[A-Z]{2}$'),
    name text not null,
    -- Basis points: 1900 is 19 %.
    standard_bp int not null check (standard_bp between 0 and 10000),
    -- Whether shown prices already contain the tax.
    inclusive bool not null
);

create table shipping_zones (
    id uuid primary key,
    merchant_id uuid not null references merchants (id) on delete cascade,
    name text not null,
    countries text[] not null,
    constraint shipping_zones_name_key unique (merchant_id, name)
);

create table shipping_rates (
    zone_id uuid not null references shipping_zones (id) on delete cascade,
    code text not null,
    name text not null,
    position int not null default 0,
    price_minor bigint not null check (price_minor >= 0),
    -- Free from this subtotal of the merchant's goods on; null: never.
    free_from_minor bigint check (free_from_minor >= 0),
    min_days int not null check (min_days >= 0),
    max_days int not null check (max_days >= min_days),
    primary key (zone_id, code)
);
