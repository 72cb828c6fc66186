using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Records;

namespace Rapport.Engine.Composing.Replies;

/// <summary>Every name and place that a household's records and the practice's directory hold: also those that no picture shows, such as middle and former names.</summary>
internal sealed record NamedValues(ValueList<string> People, ValueList<string> Places)
{
    public static NamedValues Read(IHouseholdStore households, Household household, CancellationToken ct)
    {
        var (people, places) = (new List<string?>(), new List<string?>());
        foreach (var chart in households.Read(new ChartFilter.HouseholdsOf([.. household.Members.Select(m => m.Id)]), ct).SelectMany(h => h.Charts))
        {
            people.AddRange(chart.Patient.Names.SelectMany(WordsOf));
            places.AddRange(chart.Patient.Addresses.SelectMany(WordsOf));
            foreach (var person in chart.Records.OfType<SourceRelatedPerson>())
            {
                people.AddRange(person.Names.SelectMany(WordsOf));
                places.AddRange(person.Addresses.SelectMany(WordsOf));
            }
        }

        foreach (var record in households.ReadDirectory())
        {
            people.AddRange((record as SourcePractitioner)?.Names.SelectMany(WordsOf) ?? []);
            places.AddRange(record is SourceLocation place ? [place.Name, .. place.Address is { } address ? WordsOf(address) : []] : []);
        }

        return new NamedValues([.. people.OfType<string>()], [.. places.OfType<string>()]);
    }

    /// <summary>The numbers only.</summary>
    public override string ToString() => $"{People.Count} names, {Places.Count} places";

    private static IEnumerable<string?> WordsOf(SourceName name) => [name.Text, name.Family, .. name.Given];

    private static IEnumerable<string?> WordsOf(SourceAddress address) => [.. address.Lines, address.City, address.State, address.PostalCode];
}
