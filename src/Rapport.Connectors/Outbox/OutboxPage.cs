using System.Globalization;
using System.Net;
using System.Text;

namespace Rapport.Connectors.Outbox;

/// <summary>The page on which a person reads the outbox: no script, no network, one day after another.</summary>
/// <remarks>One day is in memory at a time. Its names are real, so it stays in the folder, readable offline.</remarks>
internal static class OutboxPage
{
    private const string Top = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Outbox</title>
        <style>
        :root { color-scheme: light dark; --ink: light-dark(#1d2430, #e8eaee); --soft: light-dark(#4c5667, #b4bcc9); --line: light-dark(#d5dae2, #3b4452); --card: light-dark(#fff, #1d232d); --page: light-dark(#f4f5f8, #12161d); --link: light-dark(#0b5394, #8ec1ff) }
        body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem }
        h2 { margin: 2.5rem 0 .75rem } h3 { margin: 0 0 .25rem; font-size: 1.05rem }
        article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; margin: .75rem 0; content-visibility: auto; contain-intrinsic-size: auto 14rem }
        .meta { color: var(--soft); margin: 0 } .words { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 }
        a { color: var(--link) } a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px } nav li { display: inline-block; margin-right: 1rem } nav ul { padding: 0 }
        @media print { article { break-inside: avoid } nav { display: none } }
        </style>
        </head>
        <body>
        <header>
        <h1>Outbox</h1>
        <p>What Rapport would have sent. Nothing on this page has left this machine.</p>
        </header>

        """;

    public static async Task WriteAsync(string folder, Stream stream, CancellationToken ct)
    {
        await using var page = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        string[] days = [.. Days(folder)];
        await page.WriteAsync(Top);
        await page.WriteLineAsync(Navigation(days));
        await page.WriteLineAsync("<main>");
        if (days is [])
        {
            await page.WriteLineAsync("<p>The outbox is empty.</p>");
        }

        foreach (var day in days)
        {
            await WriteDayAsync(folder, day, page, ct);
        }

        await page.WriteLineAsync("</main>\n</body>\n</html>");
    }

    private static IEnumerable<string> Days(string folder) => Directory.EnumerateDirectories(folder)
        .Select(path => Path.GetFileName(path))
        .Where(name => DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        .OrderDescending(StringComparer.Ordinal);

    private static string Navigation(string[] days) =>
        $"<nav aria-label=\"Days\"><ul>{string.Concat(days.Select(day => $"<li><a href=\"#d{day}\">{day}</a></li>"))}</ul></nav>";

    private static async Task WriteDayAsync(string folder, string day, StreamWriter page, CancellationToken ct)
    {
        var entries = new List<OutboxEntry>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, day)))
        {
            if (await OutboxEntry.ReadAsync(path, ct) is { } entry)
            {
                entries.Add(entry);
            }
        }

        var title = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
        await page.WriteLineAsync($"<section aria-labelledby=\"d{day}\">\n<h2 id=\"d{day}\">{title}: {Count(entries.Count)}</h2>");
        foreach (var entry in entries.OrderBy(e => e.At).ThenBy(e => e.FileName, StringComparer.Ordinal))
        {
            await page.WriteLineAsync(Article(day, entry));
        }

        await page.WriteLineAsync("</section>");
    }

    private static string Article(string day, OutboxEntry entry)
    {
        var lang = entry.Language.Length > 0 ? $" lang=\"{Encode(entry.Language)}\"" : "";
        var hasSubject = entry.Subject.Length > 0;
        var reader = $"{entry.Channel} to <bdi>{Encode(entry.To)}</bdi>";
        var time = entry.At is { } at
            ? $"<time datetime=\"{at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}\">{at.ToString("HH:mm", CultureInfo.InvariantCulture)}</time>"
            : "no time";
        return $"""
            <article>
            <h3{(hasSubject ? lang : "")}>{(hasSubject ? Encode(entry.Subject) : reader)}</h3>
            <p class="meta">{(hasSubject ? $"{reader}, " : "")}{time}</p>
            <p class="words"{lang}>{Encode(entry.Text.Trim())}</p>
            <p class="meta"><a href="{day}/{Encode(Uri.EscapeDataString(entry.FileName))}">Open the file<span class="meta"> {Encode(entry.FileName)}</span></a></p>
            </article>
            """;
    }

    private static string Count(int messages) => messages is 1 ? "1 message" : $"{messages} messages";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
