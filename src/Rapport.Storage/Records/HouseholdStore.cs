using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Records;
using Rapport.Storage.Intake;

namespace Rapport.Storage.Records;

/// <summary>Reads and arranges households.</summary>
internal sealed class HouseholdStore(Database database) : IHouseholdStore
{
    private const string Directory =
        """
        SELECT kind, id, updated_at, body FROM chart
        WHERE practice = @practice AND patient = '' AND kind >= @first AND kind <= @last
        ORDER BY kind, id
        """;

    private const string AssignPatient =
        """
        UPDATE patients SET household = @household
        WHERE practice = @practice AND id = @id AND survivor = id AND household <> @household
        """;

    // A merged record lives where its survivor lives, or a chart would be torn apart.
    private const string FollowSurvivors =
        """
        UPDATE patients SET household = (SELECT s.household FROM patients s WHERE s.practice = patients.practice AND s.id = patients.survivor)
        WHERE practice = @practice AND merged_into IS NOT NULL
        """;

    // A plan is saved household by household, and must find the touches of everybody in it.
    private const string MoveTouches = "UPDATE touches SET household = @household WHERE practice = @practice AND patient = @id";

    public IEnumerable<HouseholdCharts> Read(ChartFilter filter, CancellationToken ct)
    {
        using var session = database.OpenSnapshot();
        var reader = new HouseholdReader(database, session);
        foreach (var household in reader.Read((filter as ChartFilter.HouseholdsOf)?.Patients, ct))
        {
            yield return household;
        }
    }

    public IReadOnlyList<SourceRecord> ReadDirectory()
    {
        using var session = database.OpenSnapshot();
        using var rows = session[Directory].Read(database.Practice, (int)ChartKind.Practitioner, (int)ChartKind.Location);
        var records = new List<SourceRecord>();
        while (rows.Read())
        {
            records.Add(ChartJson.Read((ChartKind)rows.GetInt32(0), rows.Bytes(3), rows.GetString(1), "", rows.InstantOrNull(2)));
        }

        return records;
    }

    public IEnumerable<(SourcePatient Patient, IReadOnlyList<SourceRelatedPerson> RelatedPersons)> ReadPeople(CancellationToken ct)
    {
        using var session = database.OpenSnapshot();
        foreach (var chart in new HouseholdReader(database, session).ReadCharts(null, ct, upTo: ChartKind.RelatedPerson))
        {
            yield return (chart.Patient, [.. chart.Records.OfType<SourceRelatedPerson>()]);
        }
    }

    public long Assign(IEnumerable<(PatientId Patient, HouseholdId Household)> households)
    {
        // Taken in before the transaction: they may be computed while they are read.
        (PatientId Patient, HouseholdId Household)[] wanted = [.. households];
        return database.Write(session =>
        {
            var changed = 0L;
            foreach (var (patient, household) in wanted)
            {
                if (session[AssignPatient].Run(household.Value, database.Practice, patient.Value) is 1)
                {
                    changed++;
                    session[MoveTouches].Run(household.Value, database.Practice, patient.Value);
                }
            }

            session[FollowSurvivors].Run(database.Practice);
            return changed;
        });
    }
}
