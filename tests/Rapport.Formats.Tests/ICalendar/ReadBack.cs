using System.Globalization;

namespace Rapport.Formats.Tests.ICalendar;

/// <summary>A small independent reader of iCalendar: unfolds, splits, and works out local times by the VTIMEZONE in the file alone.</summary>
internal sealed class ReadBack
{
    private readonly List<(string Name, string Value)> _lines;

    private ReadBack(List<(string Name, string Value)> lines) => _lines = lines;

    public static ReadBack Of(string ics) => new(
    [
        .. ics.Replace("\r\n ", "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..])),
    ]);

    public IEnumerable<string> Names => _lines.Select(line => line.Name);

    public string this[string name] => _lines.Last(line => line.Name == name || line.Name.StartsWith(name + ";")).Value;

    public string Text(string name) => this[name].Replace("\\n", "\n").Replace("\\,", ",").Replace("\\;", ";").Replace("\\\\", "\\");

    /// <summary>The instant of DTSTART or DTEND.</summary>
    public DateTimeOffset At(string name)
    {
        var value = this[name];
        return value.EndsWith('Z')
            ? new(Local(value[..^1]), TimeSpan.Zero)
            : Resolve(Local(value));
    }

    // RFC 5545 §3.3.5: a time that the clock skips or shows twice means the offset before the change.
    private DateTimeOffset Resolve(DateTime local)
    {
        var onset = Observances().SelectMany(o => o.Onsets(local.Year)).Where(o => o.Wall <= local).OrderBy(o => o.Wall).Last();
        var shift = onset.To - onset.From;
        var isSkipped = shift > TimeSpan.Zero && local < onset.Wall + shift;
        if (isSkipped)
        {
            return new(local, onset.From);
        }

        var next = Observances().SelectMany(o => o.Onsets(local.Year)).Where(o => o.Wall > local).OrderBy(o => o.Wall).FirstOrDefault();
        return next is { } n && n.To < n.From && local >= n.Wall - (n.From - n.To) ? new(local, n.From) : new(local, onset.To);
    }

    private IEnumerable<Observance> Observances()
    {
        Observance? current = null;
        foreach (var (name, value) in _lines.TakeWhile(line => line != ("BEGIN", "VEVENT")))
        {
            current = (name, value) switch
            {
                ("BEGIN", "STANDARD" or "DAYLIGHT") => new(),
                ("DTSTART", _) => current! with { Start = Local(value) },
                ("TZOFFSETFROM", _) => current! with { From = Offset(value) },
                ("TZOFFSETTO", _) => current! with { To = Offset(value) },
                ("RRULE", _) => current! with { Rule = value },
                _ => current,
            };
            if (name is "END" && value is "STANDARD" or "DAYLIGHT")
            {
                yield return current!;
            }
        }
    }

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan Offset(string text)
    {
        var size = new TimeSpan(int.Parse(text[1..3]), int.Parse(text[3..5]), text.Length > 5 ? int.Parse(text[5..7]) : 0);
        return text[0] is '-' ? -size : size;
    }

    private sealed record Onset(DateTime Wall, TimeSpan From, TimeSpan To);

    private sealed record Observance
    {
        public DateTime Start { get; init; }

        public TimeSpan From { get; init; }

        public TimeSpan To { get; init; }

        public string? Rule { get; init; }

        public IEnumerable<Onset> Onsets(int year) => Rule is null
            ? [new(Start, From, To)]
            : Enumerable.Range(Start.Year, Math.Max(0, year + 1 - Start.Year + 1)).Select(y => new Onset(Day(y) + Start.TimeOfDay, From, To)).Where(o => o.Wall >= Start);

        private DateTime Day(int year)
        {
            var parts = Rule!.Split(';').ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
            parts["FREQ"].ShouldBe("YEARLY");
            var (month, by) = (int.Parse(parts["BYMONTH"]), parts["BYDAY"]);
            var weekday = (DayOfWeek)Array.IndexOf(["SU", "MO", "TU", "WE", "TH", "FR", "SA"], by[^2..]);
            DateTime[] days = [.. Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(d => new DateTime(year, month, d)).Where(d => d.DayOfWeek == weekday)];
            var ordinal = int.Parse(by[..^2]);
            return ordinal < 0 ? days[^-ordinal] : days[ordinal - 1];
        }
    }
}
