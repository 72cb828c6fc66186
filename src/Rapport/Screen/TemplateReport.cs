using System.Net;
using System.Text.RegularExpressions;
using Rapport.Core.Composing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Screen;

/// <summary>A page on which a reviewer reads templates: the words, five renderings, and each sentence beside the facts that it rests on.</summary>
/// <remarks>No script, no network. It only shows; decisions are made with <c>rapport templates</c>.</remarks>
internal static partial class TemplateReport
{
    private const string Top = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Templates to review</title>
        <style>
        :root { color-scheme: light dark; --ink: light-dark(#1d2430, #e8eaee); --soft: light-dark(#4c5667, #b4bcc9); --line: light-dark(#d5dae2, #3b4452); --card: light-dark(#fff, #1d232d); --page: light-dark(#f4f5f8, #12161d); --field: light-dark(#e3eefb, #233a57); --warn: light-dark(#8a2b06, #ffb394) }
        body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem }
        article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.4rem 1.4rem; margin: 1.5rem 0 }
        h2 { margin: 0 0 .25rem; font-size: 1.25rem } h3 { margin: 1.5rem 0 .25rem; font-size: 1rem }
        .meta { color: var(--soft); margin: 0 } .words { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0; border-inline-start: .25rem solid var(--line); padding-inline-start: .9rem }
        .field { background: var(--field); border-radius: .25rem; padding: 0 .2rem } .held { color: var(--warn) } code { overflow-wrap: anywhere }
        table { border-collapse: collapse; width: 100% } th, td { text-align: start; vertical-align: top; border-top: 1px solid var(--line); padding: .35rem .6rem .35rem 0 } th { color: var(--soft); font-weight: 600 }
        td:first-child { width: 55% } ul { margin: 0; padding-inline-start: 1.1rem }
        @media print { article { break-inside: avoid-page } }
        </style>
        </head>
        <body>
        <header>
        <h1>Templates to review</h1>
        <p>Words that a writer proposes. Read each one as the reader would, and look at every claim beside the fact that it rests on. This page holds names of patients and stays on this machine.</p>
        </header>
        <main>
        """;

    public static void Write(TextWriter page, IReadOnlyList<WrittenTemplate> templates, Func<WrittenTemplate, IReadOnlyList<TrialRendering>> renderings)
    {
        page.WriteLine(Top);
        if (templates.Count is 0)
        {
            page.WriteLine("<p>Nothing waits here.</p>");
        }

        foreach (var template in templates)
        {
            Write(page, template, renderings(template));
        }

        page.WriteLine("</main>\n</body>\n</html>");
    }

    private static void Write(TextWriter page, WrittenTemplate written, IReadOnlyList<TrialRendering> renderings)
    {
        var template = written.Template;
        var mark = template.Id[^8..];
        page.WriteLine($"""
            <article aria-labelledby="t{mark}">
            <h2 id="t{mark}">{Encode(template.Situation.Name)} <span class="meta">by {Encode(template.Situation.Channel.ToString().ToLowerInvariant())}, {Encode(Reader(template.Situation.Audience))}, {Encode(template.Situation.Language.Tag)}{(template.Shade == Shade.None ? "" : $", {Encode(template.Shade.Name)}")}</span></h2>
            <p class="meta">Written by {Encode(written.Writer)}{(written.Prompt is null ? "" : $" with prompt {Encode(written.Prompt)}")}. {Encode(Decided(written))}</p>
            <p class="words" lang="{Encode(template.Situation.Language.Tag)}">{Marked(template)}</p>
            <p class="meta">Approve: <code>rapport templates approve {mark} --by NAME</code><br>Reject: <code>rapport templates reject {mark} --by NAME --reason WHY</code></p>
            """);
        foreach (var rendering in renderings)
        {
            Write(page, rendering, template.Situation.Language.Tag);
        }

        page.WriteLine("</article>");
    }

    private static void Write(TextWriter page, TrialRendering rendering, string language)
    {
        page.WriteLine($"<section><h3>{Encode(Capital(rendering.Case))}{(rendering.IsInvented ? " <span class=\"meta\">(invented facts)</span>" : "")}</h3>");
        if (rendering.Held is { } held)
        {
            page.WriteLine($"<p class=\"held\">Would be held back: {Encode(held)}</p>");
        }

        var subject = rendering.Subject is null ? "" : $"<strong>{Encode(rendering.Subject)}</strong>\n\n";
        page.WriteLine($"<p class=\"words\" lang=\"{Encode(language)}\">{subject}{Encode(rendering.Body)}</p>");
        page.WriteLine("<table><thead><tr><th scope=\"col\">It says</th><th scope=\"col\">It rests on</th></tr></thead><tbody>");
        foreach (var sentence in rendering.Sentences)
        {
            var facts = sentence.Facts.Count is 0 ? "<span class=\"meta\">courtesy</span>" : $"<ul>{string.Concat(sentence.Facts.Select(f => $"<li>{Encode(TemplateScreen.InWords(f))}</li>"))}</ul>";
            page.WriteLine($"<tr><td lang=\"{Encode(language)}\">{Encode(sentence.Words)}</td><td>{facts}</td></tr>");
        }

        page.WriteLine("</tbody></table></section>");
    }

    private static string Marked(Template template)
    {
        var subject = template.Subject is null ? "" : $"<strong>{Fields().Replace(Encode(template.Subject.Source), "<span class=\"field\">$0</span>")}</strong>\n\n";
        return subject + Fields().Replace(Encode(template.Body.Source), "<span class=\"field\">$0</span>");
    }

    private static string Decided(WrittenTemplate written) => written.Status switch
    {
        TemplateStatus.Held => "Waits for you.",
        TemplateStatus.Approved => written.DecidedBy is null ? "In use without a person's approval." : $"Approved by {written.DecidedBy}.",
        TemplateStatus.Rejected => $"Rejected by {written.DecidedBy}: {written.Reason}",
        _ => $"Retired: {written.Reason}",
    };

    private static string Reader(Audience audience) => audience switch
    {
        Audience.Other => "a guardian or caregiver reads",
        Audience.Household => "a guardian reads, several visits",
        Audience.Family => "a guardian reads, several children",
        _ => "the patient reads",
    };

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\{[a-z.\-]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Fields();
}
