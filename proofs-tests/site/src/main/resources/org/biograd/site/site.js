"use strict";
// Search: every word must occur; titles count more than text.
(function () {
  const box = document.getElementById("search");
  const found = document.getElementById("found");
  const root = document.body.dataset.root;
  const pages = window.BIOGRAD_SEARCH.map(function (page) {
    return { title: page[0], path: page[1], text: page[2], low: (page[0] + " " + page[2]).toLowerCase() };
  });
  box.addEventListener("input", function () {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    found.textContent = "";
    if (words.length === 0) {
      return;
    }
    const hits = pages.filter(function (page) {
      return words.every(function (word) { return page.low.includes(word); });
    }).map(function (page) {
      const title = page.title.toLowerCase();
      let score = 0;
      words.forEach(function (word) { score += title.startsWith(word) ? 4 : title.includes(word) ? 2 : 0; });
      return { page: page, score: score };
    }).sort(function (a, b) { return b.score - a.score; }).slice(0, 12);
    hits.forEach(function (hit) {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + hit.page.path;
      link.textContent = hit.page.title;
      const at = hit.page.text.toLowerCase().indexOf(words[0]);
      const words2 = document.createElement("small");
      words2.textContent = hit.page.text.slice(Math.max(0, at - 30), at + 90);
      row.append(link, words2);
      found.append(row);
    });
    if (hits.length === 0) {
      const row = document.createElement("li");
      row.textContent = "Nothing found.";
      found.append(row);
    }
  });
})();
