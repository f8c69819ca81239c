/** What other programs put on the clipboard, as they write it: made up, with the debris of each. */
export interface Clipboard {
  readonly html: string;
  readonly text: string;
}

const wordHead = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/voorbeeld/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:TrackRevisions/></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-text:"%1.";} --></style>
</head><body lang=NL style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->`;
const wordTail = '<!--EndFragment--></body></html>';

const normal = (words: string) =>
  `<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span style='font-size:11.0pt;line-height:107%;font-family:"Calibri",sans-serif;color:#1F3864'>${words}<o:p></o:p></span></p>\n`;
const listed = (level: number, sign: string, words: string, list = 'l0') =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span style='font-size:11.0pt'>${words}<o:p></o:p></span></p>\n`;

const wordTable = `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<thead><tr style='mso-yfti-irow:0'><td width=200 colspan=2 style='width:150.0pt;border:solid windowtext 1.0pt;background:#D9E2F3'><p class=MsoNormal><b>Gebied<o:p></o:p></b></p></td><td><p class=MsoNormal><b>2026</b></p></td></tr></thead>
<tr><td rowspan=2><p class=MsoNormal>Noord<o:p></o:p></p></td><td><p class=MsoNormal>Wijk A</p></td><td><p class=MsoNormal>1.250</p></td></tr>
<tr><td><p class=MsoNormal>Wijk B</p></td><td><p class=MsoNormal>980</p></td></tr></table>`;

const wordFoot = `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> Monitor brede welvaart (voorbeeld), https://example.org/monitor<o:p></o:p></p></div></div>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p class=MsoCommentText>Opmerking: klopt dit wel?</p></div></div>`;

const wordChapter = (number: number) =>
  `<h1 style='margin-top:12.0pt'><a name="_Toc1${number}"></a><b><span style='font-size:16.0pt;color:#2F5496'>Hoofdstuk ${number}<o:p></o:p></span></b></h1>\n` +
  Array.from({ length: 6 }, (_, at) =>
    normal(
      `Alinea ${at + 1} van hoofdstuk ${number}. <b>Wonen</b>, <i style='mso-bidi-font-style:normal'>werken</i> en bereikbaarheid hangen samen; ` +
        'wie aan het een trekt, verschuift het ander. '.repeat(8) +
        `Zie <a href="https://example.org/plan/${number}"><span style='color:#0563C1'>het plan</span></a>.`,
    ),
  ).join('') +
  listed(1, '1.', 'Eerst kijken', 'l3') +
  listed(1, '2.', 'Dan kiezen', 'l3') +
  wordTable +
  normal('&nbsp;');

export const word: Clipboard = {
  html: `${wordHead}
<p class=MsoTitle>Analyse van de casus<o:p></o:p></p>
<p class=MsoToc1><a href="#_Toc11"><span>Hoofdstuk 1<span style='mso-tab-count:1 dotted'>. </span>2</span></a></p>
<h2 style='mso-list:l5 level2 lfo9'><![if !supportLists]><span style='mso-list:Ignore'>1.1<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><b>Aanleiding<o:p></o:p></b></h2>
${normal(`De gemeente wil <b style='mso-bidi-font-weight:normal'>bouwen</b> en <i>groen</i> houden.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>`)}
${normal(`Dit is <del cite="mailto:iemand" datetime="2026-11-01T10:00">weggehaald</del><ins cite="mailto:iemand">toegevoegd</ins>.<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[VB1]</a><![if !supportAnnotations]><![endif]></span></span>`)}
${listed(1, '1.', 'Eén')}${listed(2, 'a.', 'Eén a')}${listed(2, 'b.', 'Eén b')}${listed(1, '2.', 'Twee')}
${normal('Tussen de lijsten.')}
${listed(1, '·', 'Bolletje', 'l1')}${listed(2, 'o', 'Dieper', 'l1')}${listed(3, '§', 'Diepst', 'l1')}${listed(1, '·', 'Terug', 'l1')}
${wordTable}
<p class=MsoNormal><img width=604 height=300 src="file:///C:/Users/voorbeeld/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="Afbeelding_x0020_1"></p>
<p class=MsoIntenseQuote>Zo kan het ook<o:p></o:p></p>
<p class=MsoNormal><a href="file:///C:/geheim/plan.docx">Lokaal bestand</a> en <a href="javascript:alert(1)">een streek</a><o:p></o:p></p>
${wordFoot}${wordTail}`,
  text: 'Analyse van de casus',
};

/** A report of some ten pages. */
export const wordReport: Clipboard = {
  html: wordHead + Array.from({ length: 10 }, (_, at) => wordChapter(at + 1)).join('') + wordTail,
  text: 'Hoofdstuk 1',
};

const docsSpan = (words: string, style = 'font-weight:400;font-style:normal') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style};font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">${words}</span>`;
const docsItem = (level: number, words: string, extra = '') =>
  `<li dir="ltr" style="list-style-type:disc;font-size:11pt" aria-level="${level}"${extra}><p dir="ltr" style="line-height:1.38;margin-top:0pt" role="presentation">${docsSpan(words)}</p></li>`;

export const googleDocs: Clipboard = {
  html: `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff-1234-5678-voorbeeld">
<h1 dir="ltr" style="line-height:1.38">${docsSpan('Verslag', 'font-weight:400')}</h1>
<p dir="ltr" style="line-height:1.38">${docsSpan('Wij vonden ')}${docsSpan('veel', 'font-weight:700')}${docsSpan(' en ')}${docsSpan('weinig', 'font-style:italic')}${docsSpan('.')}<a href="https://www.google.com/url?q=https://example.org/bron&amp;sa=D&amp;source=docs" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;text-decoration:underline;">bron</span></a></p><br />
<ul style="margin-top:0;padding-inline-start:48px;">${docsItem(1, 'Boven')}<ul style="margin-top:0">${docsItem(2, 'Onder')}</ul>${docsItem(1, 'Weer boven')}</ul>
<ul style="margin-top:0">${docsItem(1, 'Gedaan', ' role="checkbox" aria-checked="true"')}${docsItem(1, 'Te doen', ' role="checkbox" aria-checked="false"')}</ul>
<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301" /><col width="301" /></colgroup><tbody><tr style="height:0pt"><td colspan="2" style="border:solid #000 1pt"><p dir="ltr">${docsSpan('Samen')}</p></td></tr><tr><td><p dir="ltr">${docsSpan('A')}</p></td><td><p dir="ltr">${docsSpan('B')}</p></td></tr></tbody></table></div>
<p dir="ltr"><span style="border:none;display:inline-block;"><img src="https://lh7-rt.googleusercontent.com/docsz/voorbeeld" width="602" height="300" /></span></p></b><br class="Apple-interchange-newline">`,
  text: 'Verslag',
};

export const libreOffice: Clipboard = {
  html: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm } p { line-height: 115%; background: transparent }</style></head><body lang="nl-NL" link="#000080" dir="ltr">
<h2 class="western">Methode</h2>
<p style="line-height: 100%"><font face="Liberation Serif"><font size="3">We hebben <b>tien</b> mensen <i>gesproken</i><sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>.</font></font></p>
<ol><li><p>Lezen</p></li><li><p>Praten</p><ul><li><p>thuis</p></li></ul></li></ol>
<table width="643" cellpadding="4" cellspacing="0"><col width="313"/><thead><tr valign="top"><th width="313" style="border: 1px"><p>Wie</p></th><th><p>Wat</p></th></tr></thead><tbody><tr valign="top"><td><p>Burger</p></td><td><p>Zorg</p></td></tr></tbody></table>
<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" name="Image1"/></p>
<div id="sdfootnote1"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>In het voorjaar (voorbeeld).</p></div></body></html>`,
  text: 'Methode',
};

export const excel: Clipboard = {
  html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"0\\.0%";} --></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse;width:144pt'><!--StartFragment--><col width=64 span=3 style='width:48pt'>
<tr height=20 style='height:15.0pt'><td height=20 class=xl63 width=64>Jaar</td><td class=xl63>Aantal</td><td class=xl63></td></tr>
<tr height=20><td align=right x:num>2025</td><td class=xl65 align=right>1.234,50</td><td></td></tr>
<tr height=20><td align=right>2026</td><td class=xl65 align=right>12,5%</td><td></td></tr>
<tr height=20><td></td><td></td><td></td></tr><!--EndFragment--></table></body></html>`,
  text: 'Jaar\tAantal\t\n2025\t1.234,50\t\n2026\t12,5%\t\n',
};

export const calc: Clipboard = {
  html: `<html><head><meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/><style type="text/css">body,div,table { font-family:"Liberation Sans"; font-size:x-small }</style></head><body><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
<tr><td height="17" align="left"><font color="#FF0000">Wijk</font></td><td align="right" sdval="3,5" sdnum="1043;">3,5</td></tr><tr><td height="17" align="left">Dorp</td><td align="right" sdval="10" sdnum="1043;">10</td></tr></table></body></html>`,
  text: 'Wijk\t3,5\nDorp\t10',
};

export const webPage: Clipboard = {
  html: `<meta charset='utf-8'><div class="article" style="color: rgb(34,34,34); font-family: Georgia;"><h3 id="kop"><a class="anchor" aria-hidden="true" href="#kop">#</a>Brede welvaart</h3><p onclick="alert(1)" style="display:block">Tekst met <a href="/relatief" onmouseover="x()">een pad</a>, <strong>nadruk</strong> en <code>code</code>.<br>Nieuwe regel.</p><script>alert(1)</script><style>p{}</style><div>Losse <span style="font-weight: 700">regel</span></div><ul><li>een<ul><li>twee</li></ul></li></ul><figure><img src="https://volger.example/pixel.gif" onerror="alert(1)"><figcaption>Onderschrift</figcaption></figure><blockquote><p>Citaat</p></blockquote><pre><code>regel 1
  regel 2</code></pre><form><input value="x"><button>Stuur</button></form><iframe src="https://video.example"></iframe><p style="display:none">verborgen</p></div>`,
  text: 'Brede welvaart',
};

export const markdown: Clipboard = {
  html: '',
  text: '# Kop\n\nTekst met **vet** en [een link](https://example.org).\n\n- een\n  - twee\n- drie\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n',
};
