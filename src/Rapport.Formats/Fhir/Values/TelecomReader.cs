using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads phone numbers and addresses for e-mail, as they were written.</summary>
internal static class TelecomReader
{
    public static ValueList<SourceTelecom> ReadAll(ref FhirCursor json)
    {
        var all = default(ListDraft<SourceTelecom>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (Read(ref json) is { } telecom)
            {
                all.Add(telecom);
            }
        }

        return all.ToValueList();
    }

    private static SourceTelecom? Read(ref FhirCursor json)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        string? system = null, value = null, use = null;
        int? rank = null;
        var period = default(Period);
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.System:
                    system = json.Word();
                    break;
                case Field.Value:
                    value = json.Text();
                    break;
                case Field.Use:
                    use = json.Word();
                    break;
                case Field.Rank:
                    rank = json.Count();
                    break;
                case Field.Period:
                    period = PeriodReader.Read(ref json);
                    break;
            }
        }

        if (value is not null && system is null)
        {
            json.Note("does not say whether it is a phone or an e-mail address; left out");
        }

        return value is null || system is null ? null : new SourceTelecom
        {
            System = system,
            Value = value,
            Use = use,
            Rank = rank,
            From = period.FirstDay,
            Until = period.LastDay,
        };
    }
}
