"""Charts as they are drawn: labels that can be read, colours that can be seen, nothing that tells too much."""

import pytest
from conftest import REVIEWS
from test_pages import SPACING

CONDITIONS = {"plain": "", "spacing": SPACING, "twice as large": "html { font-size: 200% !important }"}

# Labels that are shown: too small, outside their chart, clipped or on each other.
FAULTS = """() => [...document.querySelectorAll('svg.chart')].flatMap(chart => {
  const frame = chart.getBoundingClientRect();
  const page = document.documentElement.clientWidth;
  const name = chart.querySelector('title').textContent;
  const boxes = [...chart.querySelectorAll('text')].filter(text => text.getClientRects().length)
    .map(text => ({ words: text.textContent, box: text.getBoundingClientRect(),
      size: parseFloat(getComputedStyle(text).fontSize) }));
  const faults = boxes.flatMap(({words, box, size}) => [
    size < 12 ? `${words} is ${size} px` : null,
    box.left < frame.left - size * .13 || box.right > frame.right + size * .13 ? `${words} leaves its chart` : null,
    box.top < frame.top - size * .3 || box.bottom > frame.bottom + size * .3 ? `${words} is cut` : null,
  ]).filter(Boolean);
  if (!boxes.length) faults.push('no label is shown');
  // The letters themselves: a line of text is taller than they are.
  const low = each => each.box.bottom - each.size * .24, high = each => each.box.bottom - each.size * 1.0;
  boxes.forEach((one, index) => boxes.slice(index + 1).forEach(other => {
    if (one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1 &&
        high(one) < low(other) && high(other) < low(one)) faults.push(`${one.words} / ${other.words}`);
  }));
  if (frame.right > page + 1 && chart.parentElement.scrollWidth <= chart.parentElement.clientWidth)
    faults.push('the chart leaves the page');
  return faults.map(fault => `${name}: ${fault}`);
})"""


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("site, path", REVIEWS)
def test_labels_can_be_read(page_at, site, path, width, condition):
    page = page_at(site, path, width=width)
    page.add_style_tag(content=CONDITIONS[condition] or "/* as it is */")
    assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("fallback", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize("width", [320, 1280])
def test_labels_can_be_read_in_other_fonts_too(page_at, width, fallback):
    page = page_at("gallery", "2022-H1/fi/index.html", width=width)
    page.add_style_tag(content=f"svg text {{ font-family: '{fallback}' !important }}" + SPACING)
    assert page.evaluate(FAULTS) == []


CONTRAST = """() => {
  const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + .05) / (y + .05); };
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  return [...document.querySelectorAll('svg.chart rect, svg.chart circle, svg.chart text')]
    .filter(each => each.getClientRects().length).flatMap(each => {
      const style = getComputedStyle(each), needed = each.tagName == 'text' ? 4.5 : 3;
      const seen = Math.max(ratio(style.fill, ground), style.stroke == 'none' ? 0 : ratio(style.stroke, ground));
      return seen < needed ? [`${each.getAttribute('class')}: ${seen.toFixed(1)}`] : []; });
}"""


@pytest.mark.parametrize("mode", [
    {"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}, {"contrast": "more"},
])
@pytest.mark.parametrize("site, path", REVIEWS[::3])
def test_every_part_of_a_chart_stands_out(page_at, site, path, mode):
    assert page_at(site, path, **mode).evaluate(CONTRAST) == []


@pytest.mark.parametrize("site, path", REVIEWS)
def test_a_chart_has_a_name_and_a_description(page_at, site, path):
    charts = page_at(site, path).evaluate(
        """() => [...document.querySelectorAll('svg.chart')].map(chart => ({ role: chart.getAttribute('role'),
          words: chart.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent),
          other: [...chart.querySelectorAll('*')].flatMap(each => each.getAttributeNames())
            .filter(name => name.startsWith('data-')),
          hidden: [...chart.querySelectorAll(':scope > g')].every(g => g.getAttribute('aria-hidden') == 'true') }))"""
    )
    assert len(charts) >= 15
    for chart in charts:
        assert chart["role"] == "img" and chart["hidden"] and chart["other"] == []
        assert len(chart["words"]) == 2 and all(len(words) > 10 for words in chart["words"])
