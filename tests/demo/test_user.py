from demo.user import Forms

PAGE = """
<form action="/search"><input name="q" value="mía"></form>
<form method="post" action="/save">
  <input type="hidden" name="csrf_token" value="abc">
  <input name="title" value="Lớp &quot;dệt&quot;">
  <input type="checkbox" name="seal" value="1"><input type="checkbox" name="bank" checked value="1">
  <select name="form"><option value="">–</option><option value="clb" selected>CLB</option></select>
  <select name="category"><option value="xmc">XMC</option><option value="ntm">NTM</option></select>
  <textarea name="note">
Hai dòng
đây</textarea>
  <button type="submit" name="go" value="1">Lưu</button>
</form>
"""


def test_a_form_holds_what_a_browser_would_send():
    forms = Forms()
    forms.feed(PAGE)

    assert ("get", {"q": "mía"}) == (forms.forms[0].method, forms.forms[0].fields)
    assert {
        "csrf_token": "abc",
        "title": 'Lớp "dệt"',
        "bank": "1",
        "form": "clb",
        "category": "xmc",
        "note": "Hai dòng\nđây",
    } == forms.forms[1].fields


def test_a_form_knows_the_fields_that_a_browser_would_not_send():
    forms = Forms()
    forms.feed(PAGE)

    assert "seal" in forms.forms[1].names
