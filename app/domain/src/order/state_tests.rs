//! Every transition and every derivation of the order states.

use super::*;
use crate::money::Currency;
use proptest::prelude::*;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

#[test]
fn the_whole_transition_table() {
    use OrderState::{Accepted, Cancelled, Completed, Draft, Placed};
    let allowed = [
        (Draft, Placed),
        (Draft, Cancelled),
        (Placed, Accepted),
        (Placed, Completed),
        (Placed, Cancelled),
        (Accepted, Completed),
        (Accepted, Cancelled),
    ];
    for from in OrderState::ALL {
        let steps = [
            (from.place(), Placed),
            (from.accept(), Accepted),
            (from.complete(), Completed),
            (from.cancel(), Cancelled),
        ];
        for (result, to) in steps {
            if allowed.contains(&(*from, to)) {
                assert_eq!(result, Ok(to));
            } else {
                assert_eq!(result, Err(InvalidTransition { from: *from, to }));
            }
        }
    }
    let error = Completed.cancel().unwrap_err();
    assert_eq!(
        error.to_string(),
        "an order that is completed cannot be cancelled"
    );
}

#[test]
fn names_round_trip() {
    for state in OrderState::ALL {
        assert_eq!(state.as_str().parse(), Ok(*state));
        assert_eq!(
            serde_json::to_string(state).unwrap(),
            format!("\"{state}\"")
        );
    }
    for state in PaymentState::ALL {
        assert_eq!(state.as_str().parse(), Ok(*state));
    }
    assert_eq!(
        "gone".parse::<OrderState>().unwrap_err().to_string(),
        "`gone` is not a known OrderState"
    );
}

#[test]
fn a_group_follows_its_orders() {
    use OrderState::{Accepted, Cancelled, Completed, Draft, Placed};
    let cases: [(&[OrderState], GroupState); 8] = [
        (&[], GroupState::Draft),
        (&[Draft, Placed], GroupState::Draft),
        (&[Placed, Accepted], GroupState::Placed),
        (&[Placed, Cancelled], GroupState::Placed),
        (&[Placed, Completed], GroupState::PartiallyCompleted),
        (&[Completed, Cancelled], GroupState::Completed),
        (&[Completed], GroupState::Completed),
        (&[Cancelled, Cancelled], GroupState::Cancelled),
    ];
    for (orders, state) in cases {
        assert_eq!(GroupState::of(orders), state, "{orders:?}");
    }
}

fn sums(due: i64, authorized: i64, captured: i64, refunded: i64) -> PaymentSums {
    PaymentSums {
        due: eur(due),
        authorized: eur(authorized),
        captured: eur(captured),
        refunded: eur(refunded),
        open_attempts: 0,
        failed_attempts: 0,
        voided: 0,
    }
}

#[test]
fn payment_follows_its_rows() {
    let of = |sums: PaymentSums| PaymentState::of(&sums).unwrap();
    assert_eq!(of(sums(100, 0, 0, 0)), PaymentState::Pending);
    assert_eq!(of(sums(100, 100, 0, 0)), PaymentState::Authorized);
    assert_eq!(of(sums(100, 100, 100, 0)), PaymentState::Captured);
    assert_eq!(
        of(sums(100, 0, 99, 0)),
        PaymentState::Pending,
        "not all of it"
    );
    assert_eq!(of(sums(100, 100, 100, 1)), PaymentState::PartiallyRefunded);
    assert_eq!(of(sums(100, 100, 100, 100)), PaymentState::Refunded);
    assert_eq!(
        of(sums(0, 0, 0, 0)),
        PaymentState::Captured,
        "nothing is due"
    );
    let declined = PaymentSums {
        failed_attempts: 1,
        ..sums(100, 0, 0, 0)
    };
    assert_eq!(of(declined), PaymentState::Failed);
    assert_eq!(
        of(PaymentSums {
            open_attempts: 1,
            ..declined
        }),
        PaymentState::Pending
    );
    assert_eq!(
        of(PaymentSums {
            voided: 1,
            ..declined
        }),
        PaymentState::Voided
    );
    assert_eq!(
        PaymentState::of(&sums(100, 0, 50, 51)),
        Err(InconsistentRows::Refunds)
    );
}

#[test]
fn fulfilment_follows_its_counts() {
    let of = |ordered, cancelled, shipped, delivered, returned| {
        FulfilmentState::of(&FulfilmentCounts {
            ordered,
            cancelled,
            shipped,
            delivered,
            returned,
        })
    };
    assert_eq!(of(3, 0, 0, 0, 0), Ok(FulfilmentState::Unfulfilled));
    assert_eq!(of(3, 0, 2, 2, 0), Ok(FulfilmentState::Partial));
    assert_eq!(of(3, 1, 2, 0, 0), Ok(FulfilmentState::Fulfilled));
    assert_eq!(of(3, 1, 2, 2, 1), Ok(FulfilmentState::Delivered));
    assert_eq!(of(3, 0, 3, 3, 3), Ok(FulfilmentState::Returned));
    assert_eq!(of(3, 3, 0, 0, 0), Ok(FulfilmentState::Unfulfilled));
    for bad in [
        of(3, 4, 0, 0, 0),
        of(3, 1, 3, 0, 0),
        of(3, 0, 1, 2, 0),
        of(3, 0, 1, 0, 2),
    ] {
        assert_eq!(bad, Err(InconsistentRows::Pieces));
    }
}

proptest! {
    #[test]
    fn any_sequence_of_steps_ends_in_a_terminal_state_that_stays(steps in prop::collection::vec(0..4_u8, 0..20)) {
        let mut state = OrderState::Draft;
        for step in steps {
            let next = match step {
                0 => state.place(),
                1 => state.accept(),
                2 => state.complete(),
                _ => state.cancel(),
            };
            if state.is_terminal() {
                prop_assert!(next.is_err());
            }
            state = next.unwrap_or(state);
        }
    }

    #[test]
    fn derivations_never_panic(counts: [u32; 5], amounts: [i64; 4]) {
        let [ordered, cancelled, shipped, delivered, returned] = counts;
        let [due, authorized, captured, refunded] = amounts;
        let _ = FulfilmentState::of(&FulfilmentCounts { ordered, cancelled, shipped, delivered, returned });
        let _ = PaymentState::of(&sums(due, authorized, captured, refunded));
    }
}
