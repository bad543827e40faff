-- Orders: a group is what the buyer bought at once; it has one order per merchant. After placement nothing here is recomputed:
-- names, pictures, prices and rates are copies.
-- The first rule that names the merchant, or none, applies; in the operator's order.
create table commission_rules (
    position int primary key,
    merchant_id uuid references merchants (id),
    percent_bp int not null check (percent_bp between 0 and 10000)
);
insert into commission_rules (position, percent_bp) values (1000, 1000);

create sequence order_numbers start 100001;

create table order_groups (
    id uuid primary key,
    -- Drawn from the sequence at placement only.
    number bigint unique,
    cart_id uuid not null unique,
    checkout_id uuid not null unique,
    -- The unguessable part of the order page's address: 160 random bits.
    access_token text not null unique,
    state text not null check (state in ('draft', 'placed', 'cancelled')),
    email text not null,
    address jsonb not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    items_minor bigint not null check (items_minor >= 0),
    shipping_minor bigint not null check (shipping_minor >= 0),
    discount_minor bigint not null default 0 check (discount_minor >= 0),
    tax_minor bigint not null check (tax_minor >= 0),
    tax_inclusive bool not null,
    tax_name text not null,
    total_minor bigint not null check (total_minor >= 0),
    created_at timestamptz not null,
    placed_at timestamptz,
    constraint order_groups_total check (
        total_minor = items_minor + shipping_minor - discount_minor + case when tax_inclusive then 0 else tax_minor end),
    constraint order_groups_placed check ((state = 'draft') = (number is null) or state = 'cancelled')
);

create table orders (
    id uuid primary key,
    group_id uuid not null references order_groups (id),
    position int not null,
    merchant_id uuid not null references merchants (id),
    merchant_name text not null,
    merchant_slug text not null,
    state text not null,
    payment_state text not null,
    fulfilment_state text not null,
    currency text not null,
    items_minor bigint not null check (items_minor >= 0),
    shipping_minor bigint not null check (shipping_minor >= 0),
    discount_minor bigint not null default 0 check (discount_minor >= 0),
    tax_minor bigint not null check (tax_minor >= 0),
    tax_inclusive bool not null,
    total_minor bigint not null check (total_minor >= 0),
    shipping_code text not null,
    shipping_name text not null,
    shipping_min_days int not null,
    shipping_max_days int not null,
    shipping_tax_bp int not null,
    shipping_tax_minor bigint not null,
    commission_bp int not null,
    commission_minor bigint not null,
    created_at timestamptz not null,
    constraint orders_merchant_key unique (group_id, merchant_id),
    constraint orders_total check (
        total_minor = items_minor + shipping_minor - discount_minor + case when tax_inclusive then 0 else tax_minor end)
);
create index orders_merchant_idx on orders (merchant_id, created_at desc, id desc);

create table order_lines (
    id uuid primary key,
    order_id uuid not null references orders (id),
    position int not null,
    variant_id uuid not null,
    product_id uuid not null,
    product_slug text not null,
    title text not null,
    variant_title text not null,
    sku text,
    media_id uuid,
    unit_price_minor bigint not null check (unit_price_minor >= 0),
    quantity int not null check (quantity between 1 and 99),
    total_minor bigint not null,
    tax_bp int not null,
    tax_minor bigint not null,
    constraint order_lines_total check (total_minor = unit_price_minor * quantity),
    constraint order_lines_position_key unique (order_id, position)
);

-- The timeline. `order_id` is null for what concerns the whole group.
create table order_events (
    id bigint generated always as identity primary key,
    group_id uuid not null references order_groups (id),
    order_id uuid references orders (id),
    kind text not null,
    data jsonb not null default '{}',
    created_at timestamptz not null
);
create index order_events_group_idx on order_events (group_id, id);
create trigger order_events_append_only before update or delete on order_events
    for each row execute function forbid_change();

create table payments (
    id uuid primary key,
    group_id uuid not null references order_groups (id),
    attempt int not null,
    provider text not null,
    -- The provider's name for it; our own id is its idempotency key there.
    provider_ref text,
    redirect_url text,
    state text not null check (state in ('created', 'redirected', 'unknown', 'succeeded', 'declined', 'failed', 'expired')),
    currency text not null,
    amount_minor bigint not null check (amount_minor > 0),
    captured_minor bigint not null default 0 check (captured_minor between 0 and amount_minor),
    refunded_minor bigint not null default 0,
    decline_code text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    next_poll_at timestamptz,
    constraint payments_attempt_key unique (group_id, attempt),
    constraint payments_provider_ref_key unique (provider, provider_ref),
    constraint payments_refunds_within_capture check (refunded_minor between 0 and captured_minor)
);
-- A group has at most one attempt under way. (A late success of an earlier one is refunded.)
create unique index payments_one_live_key on payments (group_id) where state in ('created', 'redirected', 'unknown');
create index payments_poll_idx on payments (next_poll_at) where state in ('created', 'redirected', 'unknown');

create table refunds (
    id uuid primary key,
    payment_id uuid not null references payments (id),
    amount_minor bigint not null check (amount_minor > 0),
    reason text not null,
    state text not null check (state in ('pending', 'succeeded', 'failed')),
    provider_ref text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index refunds_payment_idx on refunds (payment_id);

-- What providers told us, each once.
create table payment_events (
    provider text not null,
    event_id text not null,
    payload jsonb not null,
    -- 'applied', 'repeated' (nothing new), 'refused' (amount, currency or order did not match).
    outcome text,
    received_at timestamptz not null,
    primary key (provider, event_id)
);

-- Double entry. The postings of an entry sum to zero per currency, proved when the transaction commits.
create table journal_entries (
    id uuid primary key,
    kind text not null,
    cause_id uuid not null,
    created_at timestamptz not null,
    constraint journal_entries_cause_key unique (kind, cause_id)
);
create table journal_postings (
    id bigint generated always as identity primary key,
    entry_id uuid not null references journal_entries (id),
    account text not null,
    merchant_id uuid,
    currency text not null,
    amount_minor bigint not null check (amount_minor <> 0)
);
create index journal_postings_entry_idx on journal_postings (entry_id);
create index journal_postings_account_idx on journal_postings (account, merchant_id, currency);
create trigger journal_entries_append_only before update or delete on journal_entries
    for each row execute function forbid_change();
create trigger journal_postings_append_only before update or delete on journal_postings
    for each row execute function forbid_change();
create function journal_is_balanced() returns trigger language plpgsql as $$
begin
    if exists (select from journal_postings where entry_id = new.entry_id group by currency having sum(amount_minor) <> 0) then
        raise exception 'journal entry % does not sum to zero', new.entry_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger journal_postings_balanced after insert on journal_postings
    deferrable initially deferred for each row execute function journal_is_balanced();
