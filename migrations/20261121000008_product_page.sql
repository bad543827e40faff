-- What a product's page shows beside the product: what is bought with it.

-- In how many orders two products were together; each pair twice, once from each side.
create table product_pairs (
    product_id uuid not null references products (id) on delete cascade,
    other_id uuid not null references products (id) on delete cascade,
    orders int not null check (orders > 0),
    primary key (product_id, other_id),
    check (product_id <> other_id)
);
create index product_pairs_most_idx on product_pairs (product_id, orders desc, other_id);
create index product_pairs_other_idx on product_pairs (other_id);

-- When an order's pairs were counted, so that a job that runs twice counts once.
alter table order_groups add column pairs_counted_at timestamptz;
