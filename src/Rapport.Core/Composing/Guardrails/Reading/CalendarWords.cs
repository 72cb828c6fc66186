using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Names of weekdays and months in English and Spanish.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday, ["mon"] = DayOfWeek.Monday, ["lunes"] = DayOfWeek.Monday, ["mondays"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday, ["tue"] = DayOfWeek.Tuesday, ["tues"] = DayOfWeek.Tuesday, ["martes"] = DayOfWeek.Tuesday, ["tuesdays"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday, ["wed"] = DayOfWeek.Wednesday, ["miercoles"] = DayOfWeek.Wednesday, ["wednesdays"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday, ["thu"] = DayOfWeek.Thursday, ["thur"] = DayOfWeek.Thursday, ["thurs"] = DayOfWeek.Thursday, ["jueves"] = DayOfWeek.Thursday, ["thursdays"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday, ["fri"] = DayOfWeek.Friday, ["viernes"] = DayOfWeek.Friday, ["fridays"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday, ["sat"] = DayOfWeek.Saturday, ["sabado"] = DayOfWeek.Saturday, ["saturdays"] = DayOfWeek.Saturday, ["sabados"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday, ["sun"] = DayOfWeek.Sunday, ["domingo"] = DayOfWeek.Sunday, ["sundays"] = DayOfWeek.Sunday, ["domingos"] = DayOfWeek.Sunday,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Months = MonthTable().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Weekday names that are also words: they count only as capitalised.</summary>
    public static DayOfWeek? Weekday(Token token) =>
        Weekdays.TryGetValue(token.Norm, out var day) && (token.Norm is not ("sun" or "sat" or "wed" or "mon") || token.Capital) ? day : null;

    /// <summary>The month that a word names, or 0. "May" and "march" are asked about by the caller, who sees the neighbours.</summary>
    public static int Month(Token token) => token.Kind is TokenKind.Word && Months.TryGetValue(token.Norm, out var month) ? month : 0;

    public static bool IsWordToo(string norm) => norm is "may" or "march" or "mar" or "august" or "june" or "april" or "dec" or "abril" or "julio";

    private static Dictionary<string, int> MonthTable()
    {
        string[][] names =
        [
            ["january", "jan", "enero"], ["february", "feb", "febrero"], ["march", "mar", "marzo"], ["april", "apr", "abril"], ["may", "mayo"],
            ["june", "jun", "junio"], ["july", "jul", "julio"], ["august", "aug", "agosto"], ["september", "sep", "sept", "septiembre", "setiembre"],
            ["october", "oct", "octubre"], ["november", "nov", "noviembre"], ["december", "dec", "diciembre", "dic"],
        ];
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= 12; month++)
        {
            foreach (var name in names[month - 1])
            {
                table[name] = month;
            }
        }

        return table;
    }
}
