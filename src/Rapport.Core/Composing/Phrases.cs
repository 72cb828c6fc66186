using System.Globalization;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>How a front desk says dates, times and lists.</summary>
public static class Phrases
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private static readonly string[] SpanishDays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    private static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <summary>"Thursday, April 9"; "jueves 9 de abril".</summary>
    public static string Day(DateOnly day, Language language) =>
        IsSpanish(language) ? $"{Weekday(day, language)} {Date(day, language)}" : $"{Weekday(day, language)}, {Date(day, language)}";

    public static string Weekday(DateOnly day, Language language) =>
        IsSpanish(language) ? SpanishDays[(int)day.DayOfWeek] : day.ToString("dddd", English);

    /// <summary>"April 9"; "9 de abril".</summary>
    public static string Date(DateOnly day, Language language) =>
        IsSpanish(language) ? $"{day.Day} de {SpanishMonths[day.Month - 1]}" : day.ToString("MMMM d", English);

    /// <summary>"March 2025"; "marzo de 2025".</summary>
    public static string Month(DateOnly day, Language language) =>
        IsSpanish(language) ? $"{SpanishMonths[day.Month - 1]} de {day.Year}" : day.ToString("MMMM yyyy", English);

    /// <summary>"2:15 PM", as clocks of the practice say it in both languages.</summary>
    public static string Time(TimeOnly time) => time.ToString("h:mm tt", English);

    /// <summary>"a, b and c"; "a, b y c", and "e" before a word that begins with the sound of i.</summary>
    public static string List(IReadOnlyList<string> items, Language language)
    {
        if (items.Count < 2)
        {
            return items.Count is 0 ? "" : items[0];
        }

        var last = items[^1];
        return $"{string.Join(", ", items.Take(items.Count - 1))} {And(last, language)} {last}";
    }

    private static string And(string next, Language language)
    {
        if (!IsSpanish(language))
        {
            return "and";
        }

        var sound = next.StartsWith('h') || next.StartsWith('H') ? next.AsSpan(1) : next.AsSpan();
        var beginsWithI = sound is ['i' or 'I' or 'í' or 'Í', ..] and not [_, 'a' or 'e' or 'o', ..];   // "hielo" sounds like y
        return beginsWithI ? "e" : "y";
    }

    private static bool IsSpanish(Language language) => language == Language.Spanish;
}
