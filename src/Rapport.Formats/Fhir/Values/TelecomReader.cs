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
        var telecom = new SourceTelecom { System = "", Value = "" };
        if (!json.EnterObject())
        {
            return null;
        }

        while (json.NextField())
        {
            telecom = ReadField(ref json, telecom);
        }

        if (telecom is { System: "", Value: not "" })
        {
            json.Note("does not say whether it is a phone or an e-mail address; left out");
        }

        return telecom.System is "" || telecom.Value is "" ? null : telecom;
    }

    private static SourceTelecom ReadField(ref FhirCursor json, SourceTelecom telecom) => json.Field switch
    {
        Field.System => telecom with { System = json.Word() ?? "" },
        Field.Value => telecom with { Value = json.Text() ?? "" },
        Field.Use => telecom with { Use = json.Word() },
        Field.Rank => telecom with { Rank = json.Count() },
        Field.Period => During(telecom, PeriodReader.Read(ref json)),
        _ => telecom,
    };

    private static SourceTelecom During(SourceTelecom telecom, Period period) =>
        telecom with { From = period.FirstDay, Until = period.LastDay };
}
