#include "methods/decay.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "base/error.hpp"
#include "base/quantity.hpp"
#include "base/text.hpp"

namespace jingwei {
namespace {

/// What a number of a form is: a time (minutes), a rate (per minute) or a bare exponent.
enum class Number { none, time, rate, positive, exponent };

struct Form {
  std::string_view name;
  std::array<Number, 3> numbers;
  DecayHelp help;
};

// In the order of DecayForm.
constexpr std::array<Form, 11> forms{{
    {"step", {Number::time}, {"step(30 min)", "1 where c <= T, else 0"}},
    {"linear", {Number::time}, {"linear(1 h)", "max(0, 1 - c/T)"}},
    {"exponential", {Number::rate}, {"exponential(0.05/min)", "e^(-bc)"}},
    {"power", {Number::positive, Number::time}, {"power(1.5, 1 min)", "max(c, c0)^(-b)"}},
    {"gaussian", {Number::time}, {"gaussian(30 min)", "e^(-(c/s)^2)"}},
    {"bounded_gaussian",
     {Number::time},
     {"bounded_gaussian(1 h)", "(e^(-(c/d0)^2/2) - e^(-1/2)) / (1 - e^(-1/2)) up to d0"}},
    {"epanechnikov", {Number::time}, {"epanechnikov(1 h)", "3/4 (1 - (c/d0)^2) up to d0"}},
    {"tanner",
     {Number::exponent, Number::rate, Number::time},
     {"tanner(0.5, 0.05/min, 1 min)", "max(c, c0)^a e^(-b max(c, c0))"}},
    {"log_logistic", {Number::time, Number::positive}, {"log_logistic(30 min, 3)", "1 / (1 + (c/m)^k)"}},
    {"logistic",
     {Number::time, Number::time},
     {"logistic(30 min, 10 min)", "1 / (1 + e^((c-m) pi/(s sqrt(3))))"}},
    {"adjusted_logistic",
     {Number::time, Number::time},
     {"adjusted_logistic(30 min, 10 min)", "the logistic divided by its value at 0"}},
}};

const Form& form_of(DecayForm form) {
  return forms[static_cast<std::size_t>(form)];
}

std::size_t count_of(const Form& form) {
  return static_cast<std::size_t>(std::count_if(form.numbers.begin(), form.numbers.end(),
                                                [](Number number) { return number != Number::none; }));
}

double parse_exponent(std::string_view text) {
  const auto number = to_number(text);
  if (!number || !std::isfinite(*number)) throw input_error({"“{}”不是数值", "“{}” is not a number"}, text);
  return *number;
}

double parse_rate(std::string_view text) {
  if (!text.ends_with("/min"))
    throw input_error({"“{}”没有单位；速率按每分钟给出，如“0.05/min”",
                       "“{}” has no unit; a rate is given per minute, such as “0.05/min”"},
                      text);
  return parse_exponent(stripped(text.substr(0, text.size() - 4)));
}

double parse_number(Number kind, std::string_view text) {
  if (kind == Number::exponent) return parse_exponent(text);
  const double number = kind == Number::time   ? parse_duration(text).s / 60
                        : kind == Number::rate ? parse_rate(text)
                                               : parse_exponent(text);
  if (!(number > 0)) throw input_error({"“{}”必须大于 0", "“{}” must be more than 0"}, text);
  return number;
}

std::string written(Number kind, double number) {
  if (kind == Number::time) return to_text(Duration{number * 60});
  return kind == Number::rate ? to_text(number) + "/min" : to_text(number);
}

std::string examples() {
  std::vector<std::string> calls;
  for (const Form& form : forms) calls.emplace_back(form.help.call);
  return join(calls);
}

double logistic(double c, double median, double deviation) {
  return 1 / (1 + std::exp((c - median) * std::numbers::pi / (deviation * std::numbers::sqrt3)));
}

}  // namespace

double Decay::operator()(double c) const {
  if (!std::isfinite(c)) return 0;
  const auto [a, b, d] = m_numbers;
  switch (m_form) {
    case DecayForm::step:
      return c <= a ? 1 : 0;
    case DecayForm::linear:
      return std::max(0.0, 1 - c / a);
    case DecayForm::exponential:
      return std::exp(-a * c);
    case DecayForm::power:
      return std::pow(std::max(c, b), -a);
    case DecayForm::gaussian:
      return std::exp(-(c / a) * (c / a));
    case DecayForm::bounded_gaussian: {
      const double floor = std::exp(-0.5);
      return c <= a ? (std::exp(-0.5 * (c / a) * (c / a)) - floor) / (1 - floor) : 0;
    }
    case DecayForm::epanechnikov:
      return c <= a ? 0.75 * (1 - (c / a) * (c / a)) : 0;
    case DecayForm::tanner: {
      const double cost = std::max(c, d);
      return std::pow(cost, a) * std::exp(-b * cost);
    }
    case DecayForm::log_logistic:
      return 1 / (1 + std::pow(c / a, b));
    case DecayForm::logistic:
      return logistic(c, a, b);
    case DecayForm::adjusted_logistic:
      return logistic(c, a, b) / logistic(0, a, b);
  }
  return 0;
}

double Decay::reach_min() const {
  switch (m_form) {
    case DecayForm::step:
    case DecayForm::linear:
    case DecayForm::bounded_gaussian:
    case DecayForm::epanechnikov:
      return m_numbers[0];
    default:
      return std::numeric_limits<double>::infinity();
  }
}

Decay parse_decay(std::string_view text) {
  text = stripped(text);
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')'))
    throw input_error({"“{}”不是衰减函数；可写 {} 之一", "“{}” is not a decay; write one of {}"}, text,
                      examples());
  const std::string name(stripped(text.substr(0, open)));
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.name == name; });
  if (form == forms.end())
    throw input_error({"没有衰减函数“{}”；可写 {} 之一", "there is no decay “{}”; write one of {}"}, name,
                      examples());
  const std::vector<std::string> parts = split(text.substr(open + 1, text.size() - open - 2), ',');
  if (parts.size() != count_of(*form))
    throw input_error(
        {"“{}”需要 {} 个数，给出了 {} 个；请写成 {}", "“{}” takes {} numbers, {} are given; write it as {}"},
        name, count_of(*form), parts.size(), form->help.call);
  std::array<double, 3> numbers{};
  for (std::size_t i = 0; i < parts.size(); ++i) numbers[i] = parse_number(form->numbers[i], parts[i]);
  return {static_cast<DecayForm>(form - forms.begin()), numbers};
}

std::string to_text(const Decay& decay) {
  const Form& form = form_of(decay.form());
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < count_of(form); ++i)
    numbers.push_back(written(form.numbers[i], decay.numbers()[i]));
  return format("{}({})", form.name, join(numbers));
}

std::span<const DecayHelp> decay_forms() {
  static constexpr auto helps = [] {
    std::array<DecayHelp, forms.size()> all{};
    for (std::size_t i = 0; i < forms.size(); ++i) all[i] = forms[i].help;
    return all;
  }();
  return helps;
}

}  // namespace jingwei
