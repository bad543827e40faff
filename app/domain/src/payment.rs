//! One attempt to pay, and what the provider says about it.
//!
//! The browser's return, the webhook and the poller all call [`verify`] and then [`AttemptState::apply`], in any order and
//! any number of times: the first final outcome wins, the same outcome again changes nothing, and a contradicting one is an
//! error to be looked into (and, where money moved, refunded) rather than a silent change.

use crate::{
    ids::{OrderGroupId, PaymentId},
    money::Money,
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

text_enum! {
    /// The state of an attempt.
    pub enum AttemptState {
        /// Written down; the provider may not know it yet.
        Created = "created",
        /// The buyer is at the provider.
        Redirected = "redirected",
        /// The provider was asked and the answer got lost; the poller settles it. A local timeout leads here, never to a
        /// final state.
        Unknown = "unknown",
        /// Authorized or captured.
        Succeeded = "succeeded",
        /// Refused by the bank or the buyer.
        Declined = "declined",
        /// Broken at the provider.
        Failed = "failed",
        /// The provider has closed it unpaid.
        Expired = "expired",
    }
}

text_enum! {
    /// What a provider reports.
    pub enum ProviderOutcome {
        Redirected = "redirected",
        Unknown = "unknown",
        Succeeded = "succeeded",
        Declined = "declined",
        Failed = "failed",
        Expired = "expired",
    }
}

/// What an outcome did to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The attempt is now in this state.
    Changed(AttemptState),
    /// It was heard before, or came late; nothing is to be done.
    Unchanged,
}

/// A final outcome that is not the one already recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the attempt is {recorded}, but the provider now says {reported}")]
pub struct ContradictingOutcome {
    /// As recorded.
    pub recorded: AttemptState,
    /// As reported now.
    pub reported: ProviderOutcome,
}

impl AttemptState {
    /// Whether the attempt has come to its end.
    pub const fn is_terminal(self) -> bool {
        match self {
            Self::Created | Self::Redirected | Self::Unknown => false,
            Self::Succeeded | Self::Declined | Self::Failed | Self::Expired => true,
        }
    }

    /// What `outcome` makes of this attempt.
    ///
    /// # Errors
    /// The attempt has ended otherwise already.
    pub fn apply(self, outcome: ProviderOutcome) -> Result<Applied, ContradictingOutcome> {
        let next = match outcome {
            ProviderOutcome::Redirected => return Ok(self.on_redirected()),
            ProviderOutcome::Unknown => return Ok(self.on_unknown()),
            ProviderOutcome::Succeeded => Self::Succeeded,
            ProviderOutcome::Declined => Self::Declined,
            ProviderOutcome::Failed => Self::Failed,
            ProviderOutcome::Expired => Self::Expired,
        };
        match self {
            Self::Created | Self::Redirected | Self::Unknown => Ok(Applied::Changed(next)),
            Self::Succeeded | Self::Declined | Self::Failed | Self::Expired if self == next => {
                Ok(Applied::Unchanged)
            }
            Self::Succeeded | Self::Declined | Self::Failed | Self::Expired => {
                Err(ContradictingOutcome {
                    recorded: self,
                    reported: outcome,
                })
            }
        }
    }

    /// News of the way out is stale once anything later is known.
    const fn on_redirected(self) -> Applied {
        match self {
            Self::Created => Applied::Changed(Self::Redirected),
            Self::Redirected
            | Self::Unknown
            | Self::Succeeded
            | Self::Declined
            | Self::Failed
            | Self::Expired => Applied::Unchanged,
        }
    }

    /// Not knowing does not undo what is known.
    const fn on_unknown(self) -> Applied {
        match self {
            Self::Created | Self::Redirected => Applied::Changed(Self::Unknown),
            Self::Unknown | Self::Succeeded | Self::Declined | Self::Failed | Self::Expired => {
                Applied::Unchanged
            }
        }
    }
}

/// An attempt as we wrote it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Its id, which is the provider's idempotency key.
    pub id: PaymentId,
    /// What is paid for.
    pub order_group: OrderGroupId,
    /// How much was asked for.
    pub amount: Money,
}

/// What the provider says, after its signature was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderReport {
    /// The attempt it speaks of.
    pub attempt: PaymentId,
    /// What it believes to be paid for.
    pub order_group: OrderGroupId,
    /// The amount it took or was to take.
    pub amount: Money,
    /// What happened.
    pub outcome: ProviderOutcome,
}

/// A report that does not belong to the attempt it was held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PaymentMismatch {
    /// It speaks of another attempt.
    #[error("the report is about another payment attempt")]
    Attempt,
    /// It was paid for something else.
    #[error("the report is about another order")]
    Order,
    /// It is in another currency.
    #[error("the report is in another currency")]
    Currency,
    /// It is another amount.
    #[error("{asked} minor units were asked for, {reported} reported")]
    Amount {
        /// Asked for, in minor units.
        asked: i64,
        /// Reported, in minor units.
        reported: i64,
    },
}

/// Checks that `report` speaks of `attempt` in every particular, whatever its outcome; the outcome may then be applied.
pub fn verify(
    attempt: &Attempt,
    report: &ProviderReport,
) -> Result<ProviderOutcome, PaymentMismatch> {
    if report.attempt != attempt.id {
        return Err(PaymentMismatch::Attempt);
    }
    if report.order_group != attempt.order_group {
        return Err(PaymentMismatch::Order);
    }
    if report.amount.currency != attempt.amount.currency {
        return Err(PaymentMismatch::Currency);
    }
    if report.amount.minor != attempt.amount.minor {
        return Err(PaymentMismatch::Amount {
            asked: attempt.amount.minor,
            reported: report.amount.minor,
        });
    }
    Ok(report.outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;
    use uuid::Uuid;

    #[test]
    fn the_whole_table() {
        // Rows: states in order of declaration; columns: outcomes. `.` unchanged, `!` contradiction, else the new state.
        let table = [
            "RUSDFX", // created
            ".USDFX", // redirected
            "..SDFX", // unknown
            "...!!!", // succeeded
            "..!.!!", // declined
            "..!!.!", // failed
            "..!!!.", // expired
        ];
        let letter = |state| match state {
            AttemptState::Created => 'C',
            AttemptState::Redirected => 'R',
            AttemptState::Unknown => 'U',
            AttemptState::Succeeded => 'S',
            AttemptState::Declined => 'D',
            AttemptState::Failed => 'F',
            AttemptState::Expired => 'X',
        };
        for (state, row) in AttemptState::ALL.iter().zip(table) {
            let actual: String = ProviderOutcome::ALL
                .iter()
                .map(|outcome| match state.apply(*outcome) {
                    Ok(Applied::Changed(next)) => letter(next),
                    Ok(Applied::Unchanged) => '.',
                    Err(_) => '!',
                })
                .collect();
            assert_eq!(actual, row, "{state}");
        }
    }

    #[test]
    fn every_particular_is_checked() {
        let attempt = Attempt {
            id: PaymentId::from_uuid(Uuid::from_u128(1)),
            order_group: OrderGroupId::from_uuid(Uuid::from_u128(2)),
            amount: Money::new(1000, Currency::Eur),
        };
        let report = ProviderReport {
            attempt: attempt.id,
            order_group: attempt.order_group,
            amount: attempt.amount,
            outcome: ProviderOutcome::Succeeded,
        };
        assert_eq!(verify(&attempt, &report), Ok(ProviderOutcome::Succeeded));
        let other = Uuid::from_u128(3);
        let wrong = ProviderReport {
            attempt: other.into(),
            ..report
        };
        assert_eq!(verify(&attempt, &wrong), Err(PaymentMismatch::Attempt));
        let wrong = ProviderReport {
            order_group: other.into(),
            ..report
        };
        assert_eq!(verify(&attempt, &wrong), Err(PaymentMismatch::Order));
        let wrong = ProviderReport {
            amount: Money::new(1000, Currency::Usd),
            ..report
        };
        assert_eq!(verify(&attempt, &wrong), Err(PaymentMismatch::Currency));
        let wrong = ProviderReport {
            amount: Money::new(999, Currency::Eur),
            ..report
        };
        let expected = PaymentMismatch::Amount {
            asked: 1000,
            reported: 999,
        };
        assert_eq!(verify(&attempt, &wrong), Err(expected));
    }

    proptest! {
        #[test]
        fn terminal_states_stay(outcomes in prop::collection::vec(prop::sample::select(ProviderOutcome::ALL), 0..30)) {
            let mut state = AttemptState::Created;
            let mut ended = None;
            for outcome in outcomes {
                if let Ok(Applied::Changed(next)) = state.apply(outcome) {
                    prop_assert!(ended.is_none(), "left {state}");
                    state = next;
                    ended = state.is_terminal().then_some(state);
                }
                if state.is_terminal() {
                    // The recorded outcome, delivered once more, is always a no-op.
                    let same: ProviderOutcome = state.as_str().parse().unwrap();
                    prop_assert_eq!(state.apply(same), Ok(Applied::Unchanged));
                }
            }
        }
    }
}
