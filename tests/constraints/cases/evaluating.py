"""Inputs and conditions of measures, worked examples and their values."""

ANY_TERM = "(SELECT min(id) FROM policies_term)"

EVALUATING: dict[str, tuple[str, ...]] = {
    "term_bracket_of_a_rate": (
        "role = 'rate', lower_bound = -1",
        "role = 'amount', lower_bound = 5",
    ),
    "input_slug_not_blank": ("slug = ''",),
    "input_name_not_blank": ("name = ''",),
    "input_label_not_blank": ("label = ''",),
    "input_kind_code": ("kind = 'wish', unit = '', role = 'condition'",),
    "input_role_code": ("role = 'ornament'",),
    "input_unit_code": ("unit = 'gold'",),
    "input_name_once": ("measure_id = {row.measure_id}, name = 'revenue'",),
    "input_unit_of_a_quantity": (
        "unit = ''",
        "kind = 'day', unit = 'vnd', role = 'condition'",
    ),
    "input_computed_from_a_quantity": ("kind = 'day', unit = '', role = 'base'",),
    "condition_slug_not_blank": ("slug = ''",),
    "condition_label_not_blank": ("label = ''",),
    "condition_kind_code": (
        "kind = 'maybe', input_id = NULL, term_id = NULL, comparator = ''",
    ),
    "condition_comparator_code": ("comparator = 'near'",),
    "condition_group_not_itself": ("group_id = id",),
    "condition_compares_one_thing": (
        "day = '2025-06-01'",
        "answer = true",
        "term_id = NULL",
        "input_id = NULL",
        "comparator = ''",
        "comparator = 'about'",
        "term_id = NULL, answer = true, comparator = 'at_least'",
        "kind = 'any_of'",
    ),
    "condition_part_of_another": (
        "of_input_id = input_id",
        "of_input_id = {other.input_id}, term_id = NULL, day = '2025-06-01'",
    ),
    "example_slug_not_blank": ("slug = ''",),
    "example_title_not_blank": ("title = ''",),
    "example_outcome_code": ("outcome = 'perhaps'",),
    "example_value_slug_not_blank": ("slug = ''",),
    "example_value_one_place": (f"term_id = {ANY_TERM}",),
    "example_value_one_kind": (
        "value = NULL",
        "value = -1",
        "day = '2025-06-01'",
        "answer = true",
        "input_id = NULL, value = NULL, day = '2025-06-01'",
    ),
    "example_value_told_once": (
        "example_id = {row.example_id}, input_id = {row.input_id}",
    ),
    "example_value_expected_once": (
        f"example_id = {{row.example_id}}, input_id = NULL, term_id = {ANY_TERM}",
    ),
    "example_value_total_once": ("example_id = {row.example_id}, input_id = NULL",),
}
