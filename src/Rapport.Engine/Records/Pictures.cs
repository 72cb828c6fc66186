using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Engine.Records;

/// <summary>Reads households and makes them into pictures, in one ordered stream.</summary>
public sealed class Pictures(IHouseholdStore households, Practice practice)
{
    public IEnumerable<Household> Read(ChartFilter filter, DateOnly today, CancellationToken ct)
    {
        var builder = Builder();
        foreach (var charts in households.Read(filter, ct))
        {
            yield return builder.Build(charts, today);
        }
    }

    /// <summary>A builder that knows the practice's people and places as of now.</summary>
    public PictureBuilder Builder() => new(practice, new PracticeDirectory(households.ReadDirectory()));

    public Household? Find(PatientId patient, DateOnly today, CancellationToken ct) =>
        Read(new ChartFilter.HouseholdsOf([patient]), today, ct).FirstOrDefault(h => h.Members.Any(m => m.Id == patient));
}
