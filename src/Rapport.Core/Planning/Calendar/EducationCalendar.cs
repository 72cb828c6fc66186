using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Calendar;

/// <summary>The education topics of a year; data with a version, a source per row and an end to its validity.</summary>
/// <remarks>
/// All rows of <c>evidence.md §6</c>. Those whose mere name could tell a reader about someone's illness, or could hurt, have no
/// audience: they are posted for all to read and sent to nobody.
/// </remarks>
public sealed record EducationCalendar(string Version, ValueList<CalendarRow> Rows)
{
    private const string Resource = "Rapport.Core.Planning.Calendar.calendar.json";

    /// <summary>The calendar that ships with Rapport.</summary>
    public static EducationCalendar Load()
    {
        using var stream = typeof(EducationCalendar).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads a calendar in the format of the one that ships, such as a practice's own.</summary>
    /// <exception cref="InvalidDataException">Says which row is wrong and how: nothing is sent from half a calendar.</exception>
    public static EducationCalendar Parse(string json) => CalendarReader.Read(json);

    public CalendarRow? Find(string id) => Rows.FirstOrDefault(row => string.Equals(row.Id, id, StringComparison.Ordinal));

    /// <summary>The topics of a day, with their windows, those that are only posted too; a fact past its validity is never among them.</summary>
    public IEnumerable<(CalendarRow Row, DateOnly From, DateOnly Until)> OpenOn(DateOnly day)
    {
        foreach (var row in Rows.Where(row => day <= row.ValidTo))
        {
            // Days counted from a weekday may reach into the year before or after.
            for (var year = day.Year - 1; year <= day.Year + 1; year++)
            {
                var (from, until) = row.When.WindowIn(year);
                if (from <= day && day <= until)
                {
                    yield return (row, from, until);
                }
            }
        }
    }

    public override string ToString() => $"{Version}, {Rows.Count} topics";
}
