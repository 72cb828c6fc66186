using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Intake;

namespace Rapport.Engine.Records;

/// <summary>Pictures straight from a feed, for questions about records that are not to be kept. Holds the whole feed in memory.</summary>
public static class LoosePictures
{
    private static readonly Practice AnyPractice = new() { Name = "-", Phone = "-", TimeZone = "UTC" };

    public static IEnumerable<PatientPicture> Read(IFeed feed, DateOnly today, CancellationToken ct)
    {
        var patients = new Dictionary<string, SourcePatient>(StringComparer.Ordinal);
        var records = new Dictionary<string, List<ChartRecord>>(StringComparer.Ordinal);
        var directory = new List<SourceRecord>();
        foreach (var item in feed.Read(ct).OfType<FeedItem.Record>())
        {
            switch (item.Content)
            {
                case SourcePatient patient:
                    patients[patient.Id] = patient;
                    break;
                case ChartRecord record:
                    (records.TryGetValue(record.Patient, out var known) ? known : records[record.Patient] = []).Add(record);
                    break;
                default:
                    directory.Add(item.Content);
                    break;
            }
        }

        Resolve(patients.Values, records);
        var builder = new PictureBuilder(AnyPractice, new PracticeDirectory(directory));
        foreach (var patient in patients.Values.Where(p => p.ReplacedBy is null))
        {
            var chart = new Chart { Patient = patient, Household = new HouseholdId(patient.Id), Records = [.. records.GetValueOrDefault(patient.Id, [])] };
            var household = new HouseholdCharts(chart.Household, [chart], new Dictionary<string, string>(StringComparer.Ordinal));
            yield return builder.Build(household, today).Members[0];
        }
    }

    // Records of a patient named by identifier, and of one merged into another, belong to the one who is left.
    private static void Resolve(IEnumerable<SourcePatient> patients, Dictionary<string, List<ChartRecord>> records)
    {
        foreach (var patient in patients)
        {
            IEnumerable<string> names = [.. patient.Identifiers.Select(i => $"?{i.System}|{i.Value}"), .. patient.Identifiers.Select(i => $"?|{i.Value}")];
            var survivor = patient.ReplacedBy ?? patient.Id;
            foreach (var name in patient.ReplacedBy is null ? names : names.Append(patient.Id))
            {
                if (records.Remove(name, out var moved))
                {
                    (records.TryGetValue(survivor, out var known) ? known : records[survivor] = []).AddRange(moved);
                }
            }
        }
    }
}
