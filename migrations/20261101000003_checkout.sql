-- Carts and checkouts. A cart belongs to whoever holds its token (a cookie, or an API client).
create table carts (
    id uuid primary key,
    -- SHA-256 of the token; the token itself is only with the visitor.
    token_hash bytea not null unique,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    state text not null default 'open' check (state in ('open', 'placed')),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index carts_stale_idx on carts (updated_at) where state = 'open';

create table cart_lines (
    id uuid primary key,
    cart_id uuid not null references carts (id) on delete cascade,
    variant_id uuid not null references variants (id) on delete cascade,
    quantity int not null check (quantity between 1 and 99),
    -- The price the visitor saw when they put it in; shown when it has changed since.
    quoted_price_minor bigint not null,
    created_at timestamptz not null,
    constraint cart_lines_variant_key unique (cart_id, variant_id)
);

create table checkouts (
    id uuid primary key,
    cart_id uuid not null references carts (id) on delete cascade,
    state text not null default 'open' check (state in ('open', 'paying', 'placed', 'expired')),
    -- The address as typed, valid or not, so that nothing is lost; and whether it was submitted at all.
    address_form jsonb not null default '{}',
    address_submitted bool not null default false,
    -- Chosen shipping rate codes: {merchant id: code}.
    shipping jsonb not null default '{}',
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint checkouts_cart_key unique (cart_id)
);
create index checkouts_expiry_idx on checkouts (expires_at) where state = 'open';

create table stock_holds (
    id uuid primary key,
    checkout_id uuid not null references checkouts (id) on delete cascade,
    variant_id uuid not null,
    location_id uuid not null,
    quantity int not null check (quantity > 0),
    state text not null default 'held' check (state in ('held', 'allocated', 'released')),
    expires_at timestamptz not null,
    created_at timestamptz not null,
    foreign key (variant_id, location_id) references stock_levels (variant_id, location_id)
);
create unique index stock_holds_active_key on stock_holds (checkout_id, variant_id, location_id) where state = 'held';
create index stock_holds_expiry_idx on stock_holds (expires_at) where state = 'held';
create index stock_holds_checkout_idx on stock_holds (checkout_id);

-- Which request a client's Idempotency-Key was used for.
create table idempotency_keys (
    scope text not null,
    key text not null,
    request_hash bytea not null,
    created_at timestamptz not null,
    primary key (scope, key)
);
create index idempotency_keys_age_idx on idempotency_keys (created_at);
