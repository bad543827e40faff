-- Markets beside the shop's own, what their currencies are worth, and their price lists.

create table markets (
    -- As in its addresses.
    code text primary key check (code ~ '^[a-z]{2}$'),
    name text not null check (length(name) between 1 and 100),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- Where it sells to, by ISO 3166-1.
    countries text[] not null check (cardinality(countries) > 0),
    -- Added to the converted price.
    adjust_bp int not null default 0 check (adjust_bp > -10000),
    -- Prices are multiples of this.
    rounding_minor bigint not null default 1 check (rounding_minor > 0),
    position int not null default 0
);

create table currency_rates (
    currency text primary key check (currency ~ '^[A-Z]{3}$'),
    -- Units of the currency per euro, times 10^8.
    per_euro_e8 bigint not null check (per_euro_e8 > 0),
    as_of timestamptz not null
);

-- What a variant costs in a market, whatever the rate says.
create table market_prices (
    variant_id uuid not null references variants (id) on delete cascade,
    market text not null references markets (code) on delete cascade,
    -- That of the market when it was written: a process that remembers the market otherwise does not read it as its own.
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    price_minor bigint not null check (price_minor >= 0),
    compare_at_minor bigint check (compare_at_minor > price_minor),
    primary key (variant_id, market)
);

-- A price list is written at once.
create index market_prices_market_idx on market_prices (market);

-- A line's price is in the currency of the page it was put in on.
alter table cart_lines add column quoted_currency text not null default 'EUR' check (quoted_currency ~ '^[A-Z]{3}$');

-- Mails lead to the market that was bought in.
alter table order_groups add column market text check (market ~ '^[a-z]{2}$');
