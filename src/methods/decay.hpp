#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace jingwei {

/// The forms in which interest fades with cost. c is the cost in minutes.
enum class DecayForm {
  step,         ///< (T): 1 where c ≤ T, else 0
  linear,       ///< (T): max(0, 1 − c/T)
  exponential,  ///< (β): e^(−βc)
  power,        ///< (β, c0): max(c, c0)^(−β)
  gaussian,     ///< (s): e^(−(c/s)²), which is e^(−c²/v) with v = s²
  bounded_gaussian,  ///< (d0): (e^(−½(c/d0)²) − e^(−½)) / (1 − e^(−½)) where c ≤ d0, else 0 (Dai 2010)
  epanechnikov,       ///< (d0): ¾(1 − (c/d0)²) where c ≤ d0, else 0 (Dai & Wang 2011)
  tanner,             ///< (α, β, c0): max(c, c0)^α · e^(−β·max(c, c0)) (Tanner 1961)
  log_logistic,       ///< (m, k): 1 / (1 + (c/m)^k)
  logistic,           ///< (m, σ): 1 / (1 + e^((c−m)π/(σ√3)))
  adjusted_logistic,  ///< (m, σ): the same divided by its value at 0 (Bauer & Groneberg 2016)
};

/// How much an opportunity counts at a cost: one of the forms with its numbers. Written as in study files:
/// `gaussian(30 min)`, `power(1.5, 1 min)`, `exponential(0.05/min)`.
class Decay {
 public:
  /// 1 up to 30 min.
  Decay() : Decay(DecayForm::step, {30}) {}
  /// The numbers of the form, times in minutes, rates per minute. \pre as many as the form has, in their
  /// bounds
  Decay(DecayForm form, std::array<double, 3> numbers) : m_form(form), m_numbers(numbers) {}

  DecayForm form() const { return m_form; }
  const std::array<double, 3>& numbers() const { return m_numbers; }
  /// The value at a cost in minutes: at least 0, and 0 where the cost is infinite or NaN. \pre cost ≥ 0
  double operator()(double minutes) const;
  /// The cost from which on (exclusive for step, else inclusive) it is 0; infinite where it never is.
  double reach_min() const;

  bool operator==(const Decay&) const = default;

 private:
  DecayForm m_form;
  std::array<double, 3> m_numbers;
};

/// The decay that a text states. Times bear their unit, rates are "0.05/min", exponents are bare. An input
/// Error that says which forms there are, what numbers they take, and within which bounds.
Decay parse_decay(std::string_view text);
/// The shortest text that parses to it.
std::string to_text(const Decay& decay);

/// What help and pages tell of a form.
struct DecayHelp {
  std::string_view call;     ///< "gaussian(30 min)", an example
  std::string_view formula;  ///< "e^(-(c/s)^2)"
};
/// One for each form, in their order.
std::span<const DecayHelp> decay_forms();

}  // namespace jingwei
