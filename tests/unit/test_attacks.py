"""Every attack of the checklist (A01–A81), and the tests that show it has no effect. None is without one."""
# ruff: noqa: E501  (a table reads better unbroken)

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

GATE = "unit/web/test_gate.py"
ACCESS = "unit/web/test_access.py"
RAW = "unit/web/test_raw.py"
BUTTON = "browser/extension/test_button.py"
CONNECTION = "browser/extension/test_connection.py"
FILL = "browser/fill/test_hostile.py"
SCAN = "browser/scan/test_hostile.py"
FETCHER = "unit/net/test_fetcher.py"
DAMAGE = "unit/store/test_damage.py"

ATTACKS: dict[str, tuple[str, ...]] = {
    "A01 rebinding": (f"{GATE}::test_another_host_is_misdirected_on_every_path",),
    "A02 rebinding, any path": (f"{GATE}::test_another_host_is_misdirected_on_every_path",),
    "A03 host missing or doubled": (f"{GATE}::test_a_host_that_is_missing_doubled_or_forwarded_is_misdirected",
                                    f"{RAW}::test_a_request_without_a_host_is_misdirected"),
    "A04 forwarded host": (f"{GATE}::test_a_host_that_is_missing_doubled_or_forwarded_is_misdirected",),
    "A05 look-alike host": (f"{GATE}::test_another_host_is_misdirected_on_every_path",),
    "A06 another origin": (f"{GATE}::test_another_origin_is_refused",),
    "A07 JSON as text": (f"{GATE}::test_json_in_disguise_is_unsupported",),
    "A08 JSON as a form": (f"{GATE}::test_json_in_disguise_is_unsupported",
                           f"{GATE}::test_a_form_needs_to_come_from_an_own_page"),
    "A09 origin null": (f"{GATE}::test_another_origin_is_refused",),
    "A10 another local port": (f"{GATE}::test_another_origin_is_refused",),
    "A11 another extension": (f"{GATE}::test_another_origin_is_refused",),
    "A12 look-alike origin": (f"{GATE}::test_another_origin_is_refused", f"{GATE}::test_two_origins_are_refused"),
    "A13 embedded GET": (f"{GATE}::test_a_page_elsewhere_cannot_embed_or_load_anything",),
    "A14 navigation": (f"{GATE}::test_a_page_elsewhere_may_link_to_a_page_and_to_nothing_else",
                       f"{ACCESS}::test_no_get_changes_anything"),
    "A15 framing": (f"{GATE}::test_every_answer_carries_the_standing_headers",),
    "A16 socket origin": (f"{GATE}::test_a_websocket_of_another_origin_is_closed_before_it_opens",),
    "A17 socket ticket": (f"{ACCESS}::test_a_ticket_opens_one_socket_of_its_own_origin",),
    "A18 preflight": (f"{GATE}::test_a_method_nobody_knows_is_refused_and_a_preflight_gets_no_permission",),
    "A19 allow any origin": (f"{ACCESS}::test_every_route_but_the_three_ways_in_answers_401_to_a_stranger",),
    "A20 wrong token": (f"{ACCESS}::test_only_a_whole_and_living_token_opens_the_api",),
    "A21 token in the query": (f"{ACCESS}::test_only_a_whole_and_living_token_opens_the_api",
                               "unit/web/test_dashboard.py::test_nothing_a_person_wrote_is_logged_or_told_in_an_error"),
    "A22 no credentials": (f"{ACCESS}::test_every_route_but_the_three_ways_in_answers_401_to_a_stranger",),
    "A23 guessing the code": (f"{ACCESS}::test_a_pairing_code_dies_after_five_tries_and_the_person_is_told",),
    "A24 a used code": (f"{ACCESS}::test_a_used_code_is_gone_and_a_new_one_is_new",),
    "A25 squatter": (f"{CONNECTION}::test_a_squatter_on_the_port_gets_no_token",),
    "A26 new port": (f"{CONNECTION}::test_a_companion_at_a_new_port_is_found_by_its_proof",),
    "A27 crooked requests": (f"{GATE}::test_a_crooked_path_is_not_found",
                             f"{RAW}::test_a_broken_request_is_refused_and_the_server_goes_on"),
    "A28 smuggling": (f"{RAW}::test_two_lengths_do_not_smuggle_a_second_request",),
    "A29 slow loris": (f"{RAW}::test_a_client_that_drips_its_bytes_is_hung_up_on",
                       f"{ACCESS}::test_too_many_streams_are_refused"),
    "A30 too large": (f"{GATE}::test_one_byte_over_the_limit_is_too_large_however_it_is_announced",
                      f"{GATE}::test_a_senseless_length_is_refused"),
    "A31 crooked JSON": (f"{GATE}::test_what_is_not_json_is_refused_before_any_handler",
                         f"{ACCESS}::test_a_number_of_a_hundred_thousand_digits_is_refused",
                         f"{ACCESS}::test_the_same_name_twice_in_a_body_is_no_crash"),
    "A32 wrong shape": (f"{ACCESS}::test_a_body_of_the_wrong_shape_is_refused_with_the_place_at_fault",),
    "A33 upload names": ("unit/web/test_dashboard.py::test_files_go_out_under_a_harmless_name_and_only_when_something_shows_them",
                         "unit/web/test_pieces.py::test_a_file_name_is_only_a_name"),
    "A34 hostile uploads": ("unit/web/test_fuzz.py::test_uploads_that_are_no_resume_are_refused_in_words",
                            "unit/intake/test_files.py::test_files_that_are_no_ad_are_refused_in_words"),
    "A35 hostile captures": ("unit/intake/test_worker.py::test_a_hostile_page_ends_in_time_and_the_loop_stays_free",),
    "A36 scripts in captures": ("browser/dashboard/test_pages.py::test_a_hostile_job_is_text_everywhere",),
    "A37 hostile titles": ("browser/dashboard/test_pages.py::test_a_hostile_job_is_text_everywhere",
                           "unit/privacy/test_export.py::test_no_cell_of_any_table_begins_a_formula"),
    "A38 hostile text in a PDF": ("unit/resume/test_wild_text.py::test_any_text_gives_a_pdf_that_can_be_read",),
    "A39 paths": ("unit/privacy/test_export.py::test_exports_stay_where_they_may_be",
                  "unit/privacy/test_backup.py::test_backups_stay_where_they_may_be",
                  f"{DAMAGE}::test_links_in_the_data_folder_are_refused"),
    "A40 permissions": ("unit/store/test_care.py::test_files_and_folders_are_the_owners_alone",),
    "A41 private targets": ("unit/net/test_address.py::test_private_spellings_are_refused_before_any_lookup",),
    "A42 redirects": (f"{FETCHER}::test_a_redirect_to_a_private_place_is_refused_at_the_hop",
                      f"{FETCHER}::test_five_redirects_are_followed_and_thirty_are_not"),
    "A43 rebinding names": (f"{FETCHER}::test_the_checked_address_is_the_dialled_one_though_the_name_rebinds",),
    "A44 bombs": (f"{FETCHER}::test_a_bomb_is_cut_at_the_cap_after_decompression",
                  f"{FETCHER}::test_an_endless_stream_ends_at_the_cap_and_a_slow_drip_at_the_clock"),
    "A45 own ports": ("ats/test_hostile.py::test_nothing_else_on_this_computer_is_reached",),
    "A46 moved before submit": ("ats/test_hostile.py::test_a_page_that_moves_to_another_site_after_filling_is_left",),
    "A47 downloads, prompts": ("ats/test_hostile.py::test_what_pages_try_is_denied_and_the_run_ends",),
    "A48 double submit": ("ats/test_kills.py::test_a_kill_at_any_moment_leads_to_one_application_at_most",),
    "A49 values in logs": ("unit/web/test_dashboard.py::test_nothing_a_person_wrote_is_logged_or_told_in_an_error",
                           "e2e/test_demo.py::test_the_whole_road_from_resume_to_sealed_receipt"),
    "A50 page messages": (f"{BUTTON}::test_synthetic_clicks_and_messages_of_the_page_do_nothing",),
    "A51 outside messages": (f"{BUTTON}::test_a_page_finds_no_trace_of_the_extension",),
    "A52 privileged messages": (f"{CONNECTION}::test_content_scripts_may_ask_for_little_and_the_token_is_out_of_their_reach",),
    "A53 synthetic clicks": (f"{BUTTON}::test_synthetic_clicks_and_messages_of_the_page_do_nothing",),
    "A54 unseen fields": (f"{SCAN}::test_only_what_a_person_sees_is_visible", f"{FILL}::test_what_nobody_can_see_is_not_filled",
                          f"{SCAN}::test_a_faint_frame_hides_all_its_fields"),
    "A55 covered button": (f"{BUTTON}::test_a_button_the_person_cannot_see_fills_nothing",),
    "A56 extra fields": (f"{FILL}::test_only_what_the_plan_lists_is_touched",),
    "A57 exchanged frames": ("browser/extension/test_panel.py::test_a_frame_exchanged_since_the_plan_gets_nothing",
                             f"{BUTTON}::test_a_form_in_a_known_systems_frame_is_filled_and_in_a_transparent_one_is_not"),
    "A58 look-alike domains": (f"{BUTTON}::test_a_look_alike_host_is_no_known_system",),
    "A59 prototypes": (f"{FILL}::test_overridden_prototypes_change_nothing", f"{SCAN}::test_a_page_cannot_lie_to_an_isolated_world"),
    "A60 exchanged fields": (f"{FILL}::test_fields_exchanged_while_filling_get_nothing",
                             f"{FILL}::test_a_field_exchanged_after_the_plan_gets_nothing",
                             f"{FILL}::test_options_that_got_other_words_since_the_plan_are_chosen_by_words_or_not_at_all",
                             f"{FILL}::test_a_list_that_imitates_ours_gets_no_click"),
    "A61 another file": (f"{FILL}::test_only_the_file_of_the_plan_and_only_where_it_was_asked_for",),
    "A62 endless pages": (f"{SCAN}::test_ten_thousand_fields_end_at_a_budget",
                          f"{SCAN}::test_open_shadow_roots_are_part_of_the_page_however_deep",
                          f"{FILL}::test_a_page_that_never_stops_growing_ends_at_the_budget"),
    "A63 probing": (f"{BUTTON}::test_a_page_finds_no_trace_of_the_extension",),
    "A64 killed worker": (f"{CONNECTION}::test_a_worker_stopped_at_any_moment_leaves_exactly_one_record",),
    "A65 full or broken storage": (f"{CONNECTION}::test_a_full_outbox_says_so_and_loses_nothing",
                                   f"{CONNECTION}::test_a_storage_that_holds_nonsense_is_read_as_empty"),
    "A66 clocks and sleep": (f"{CONNECTION}::test_a_lost_answer_is_asked_for_again_and_counts_once",
                             f"{CONNECTION}::test_a_clock_that_is_a_day_off_holds_nothing_back"),
    "A67 stray folder": ("browser/extension/test_loading.py::test_a_stray_cache_folder_at_the_root_is_refused",),
    "A68 instructions in an ad": ("unit/resume/test_reword.py::test_the_page_text_of_a_posting_never_reaches_the_model",),
    "A69 hidden instructions": ("unit/intake/test_unseen.py::test_hidden_text_changes_nothing",),
    "A70 invented claims": ("unit/resume/test_reword.py::test_a_lying_model_changes_nothing_in_any_document",),
    "A71 break-out": (
        "unit/prompts/test_prompts.py::test_a_question_stays_inside_its_fence",
        "unit/prompts/test_prompts.py::test_nothing_inside_a_fence_is_a_mark",
    ),
    "A72 exfiltration by links": ("unit/resume/test_wild_text.py::test_marks_are_text_and_link_nowhere",),
    "A73 a failing model": ("unit/net/test_ollama.py::test_anything_but_a_complete_answer_is_a_model_error",
                            "unit/resume/test_reword.py::test_a_model_that_fails_is_left_alone_after_two_tries"),
    "A74 an agent submits": ("unit/agents/test_mcp.py::test_sending_waits_for_the_person",),
    "A75 kills": ("unit/store/test_crashes.py::test_nothing_acknowledged_is_lost_in_two_hundred_kills",),
    "A76 every cut": (f"{DAMAGE}::test_every_cut_of_the_commits_opens_with_all_whole_ones",),
    "A77 damage": (f"{DAMAGE}::test_every_flipped_bit_is_refused_and_nothing_changed",
                   f"{DAMAGE}::test_moved_or_foreign_records_are_refused",
                   f"{DAMAGE}::test_an_old_snapshot_does_not_take_newer_commits"),
    "A78 disk full": (f"{DAMAGE}::test_a_full_disk_changes_nothing_and_later_all_goes_on",
                      f"{DAMAGE}::test_a_failed_fsync_stops_writing_until_the_next_start",
                      f"{DAMAGE}::test_a_read_only_folder_is_told"),
    "A79 keys and locks": ("unit/store/test_keys.py::test_a_passphrase_opens_and_a_wrong_or_missing_one_does_not",
                           "unit/store/test_crashes.py::test_a_second_process_is_turned_away_and_the_first_goes_on"),
    "A80 in clear": ("unit/store/test_care.py::test_nothing_in_the_folder_can_be_read_without_the_key",
                     "e2e/test_demo.py::test_the_whole_road_from_resume_to_sealed_receipt"),
    "A81 formats": ("unit/store/test_crashes.py::test_a_newer_format_is_refused_and_left_alone",
                    "unit/store/test_crashes.py::test_a_migration_that_is_killed_begins_again"),
}  # fmt: skip


@cache
def named_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


def test_the_checklist_is_whole() -> None:
    assert [name[:3] for name in ATTACKS] == [f"A{number:02}" for number in range(1, 82)]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_has_tests_that_exist(attack: str) -> None:
    assert ATTACKS[attack]
    for file, _, name in (one.partition("::") for one in ATTACKS[attack]):
        assert name in named_in(file), f"{file} has no {name}"
