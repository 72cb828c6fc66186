using System.Globalization;
using Rapport.Core.Planning.Schedules.Vaccines;
using Rapport.TestKit;

namespace Rapport.Core.Tests.Planning.Schedules.Vaccines;

/// <summary>One test case of the Centers for Disease Control and Prevention, with the answer they expect.</summary>
internal sealed record CdsiCase(string Id, string Group, VaccineHistory History, DateOnly AsOf, string Status, DateOnly? RecommendedOn)
{
    private static readonly Dictionary<string, string> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DTAP"] = "DTaP/Tdap/Td", ["HIB"] = "Hib", ["POL"] = "Polio", ["IPOL"] = "Polio", ["COVID-19"] = "COVID-19", ["HPV"] = "HPV",
        ["HepB"] = "HepB", ["PCV"] = "Pneumococcal", ["Pneumococcal"] = "Pneumococcal", ["VAR"] = "Varicella", ["MMR"] = "MMR",
        ["ROTA"] = "Rotavirus", ["MCV"] = "Meningococcal", ["Meningococcal"] = "Meningococcal", ["HepA"] = "HepA", ["FLU"] = "Influenza",
        ["ZOSTER"] = "Zoster", ["MENB"] = "Meningococcal B", ["Meningococcal B"] = "Meningococcal B", ["RSV"] = "RSV",
        ["Orthopoxvirus"] = "Orthopoxvirus",
    };

    public bool IsDue => Status.Equals("Not complete", StringComparison.OrdinalIgnoreCase) && RecommendedOn <= AsOf;

    /// <summary>The cases of one file; vaccines for travellers are left out, since nobody is recalled for them.</summary>
    public static IEnumerable<CdsiCase> ReadAll(string path)
    {
        foreach (var row in Csv.Read(path))
        {
            if (Groups.TryGetValue(row["vaccine_group"].Trim(), out var group))
            {
                yield return new CdsiCase(row["id"], group, ReadHistory(row), Date(row["assessment_date"])!.Value, row["series_status"], Date(row["recommended"]));
            }
        }
    }

    private static VaccineHistory ReadHistory(Dictionary<string, string> row) => new()
    {
        BornOn = Date(row["dob"])!.Value,
        Sex = row["gender"],
        Doses = VaccineHistory.InOrder(row["doses"].Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(Dose)),
        Observations = [.. row["observations"].Split("; ", StringSplitOptions.RemoveEmptyEntries).Where(o => o.Length > 3 && o[3] is ':').Select(Observation)],
    };

    private static DoseGiven Dose(string text, int index)
    {
        var parts = text.Split('/');
        return new DoseGiven(Date(parts[0])!.Value, int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2] is "" ? null : parts[2], $"dose {index}");
    }

    private static Observed Observation(string text)
    {
        var at = text.LastIndexOf('@');
        return new Observed(int.Parse(text[..3], CultureInfo.InvariantCulture), at < 0 ? null : Date(text[(at + 1)..]), text[..3]);
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
