"use strict";
// The boxes beside a list lead to the list they describe.
(function ($) {
  $(document).on("change", "select[data-filter-links]", function () {
    window.location.search = this.value;
  });
  $(document).on("change", "select[data-filter]", function () {
    const query = new URLSearchParams($(this).closest("[data-without]").data("without"));
    if (this.value) {
      query.set(this.dataset.filter, this.value);
    }
    window.location.search = query.toString();
  });
})(django.jQuery);
