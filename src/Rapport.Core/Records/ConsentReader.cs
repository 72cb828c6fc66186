using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Makes a consent record into a rule about channels and purposes; a consent about anything else is no rule of ours.</summary>
internal static class ConsentReader
{
    private const string ChannelSystem = "urn:rapport:channel";
    private const string PurposeSystem = "urn:rapport:purpose";

    public static ConsentRule? Read(SourceConsent consent, DateOnly today)
    {
        if (!(NamesContact(consent) || RefusesAll(consent)) || consent.IsPermit is not { } isPermit || consent.Status is not ("active" or null)
            || consent.Until?.On.Latest < today || consent.From?.On.Earliest > today)
        {
            return null;
        }

        ValueList<Channel> channels = [.. consent.About.Where(c => c.System is ChannelSystem).Select(ChannelOf).OfType<Channel>()];
        var namesOtherChannelsOnly = channels.Count is 0 && consent.About.Any(c => c.System is ChannelSystem);
        return namesOtherChannelsOnly
            ? null
            : new ConsentRule(isPermit, channels, [.. consent.Purposes.Select(PurposeOf).OfType<Purpose>().Distinct()], consent.GivenOn?.On.Earliest, $"Consent/{consent.Id}");
    }

    private static bool NamesContact(SourceConsent consent) =>
        consent.About.Concat(consent.Purposes).Any(c => c.System is ChannelSystem or PurposeSystem || PurposeOf(c) is not null);

    // A refusal that names nothing refuses everything, unless it is about research, treatment or an advance directive.
    private static bool RefusesAll(SourceConsent consent) => consent is { IsPermit: false, About.Count: 0, Purposes.Count: 0 }
        && !consent.Scopes.Any(scope => scope.Value is "research" or "treatment" or "adr");

    private static Channel? ChannelOf(Code code) => code.Value switch
    {
        "sms" => Channel.Sms,
        "email" => Channel.Email,
        "letter" => Channel.Letter,
        "portal" => Channel.Portal,
        _ => null,
    };

    private static Purpose? PurposeOf(Code code) => (code.System, code.Value) switch
    {
        (PurposeSystem, "care") or (_, "TREAT" or "CAREMGT") => Purpose.Care,
        (PurposeSystem, "relationship") => Purpose.Relationship,
        (PurposeSystem, "marketing") or (_, "HMARKT") => Purpose.Marketing,
        _ => null,
    };
}

/// <summary>Makes flags into warnings.</summary>
internal static class WarningReader
{
    public static IEnumerable<Warning> Read(SourceFlag flag)
    {
        if (flag.Status is not ("active" or null))
        {
            yield break;
        }

        foreach (var code in flag.Codes)
        {
            if (KindOf(code) is { } kind)
            {
                yield return new Warning(kind, flag.From?.On.Earliest, flag.Until?.On.Latest, $"Flag/{flag.Id}");
            }
        }
    }

    private static WarningKind? KindOf(Code code) => code is not { System: "urn:rapport:flag" } ? null : code.Value switch
    {
        "grief" => WarningKind.Grief,
        "pregnancy-loss" => WarningKind.PregnancyLoss,
        "safe-contact" => WarningKind.SafeContact,
        "bad-news" => WarningKind.BadNews,
        "confidential" => WarningKind.Confidential,
        "do-not-contact" => WarningKind.DoNotContact,
        "complaint-open" => WarningKind.ComplaintOpen,
        _ => null,
    };
}

/// <summary>Reads where a visit stands from FHIR's words.</summary>
internal static class VisitStatuses
{
    public static VisitStatus Of(SourceAppointment appointment, bool acceptedMeansConfirmed) => appointment.Status switch
    {
        "proposed" or "pending" or "waitlist" => VisitStatus.Proposed,
        "booked" => appointment.PatientStatus switch
        {
            "accepted" when acceptedMeansConfirmed => VisitStatus.Confirmed,
            "declined" => VisitStatus.CancelledByPatient,
            _ => VisitStatus.Booked,
        },
        "arrived" or "checked-in" => VisitStatus.Arrived,
        "fulfilled" => VisitStatus.Finished,
        "cancelled" when appointment.CancelledBecause.Count is 0 => VisitStatus.Cancelled,
        "cancelled" => appointment.CancelledBecause.Any(IsPatientsReason) ? VisitStatus.CancelledByPatient : VisitStatus.CancelledByPractice,
        "noshow" => VisitStatus.Missed,
        "entered-in-error" => VisitStatus.EnteredInError,
        _ => VisitStatus.Unknown,
    };

    // FHIR appointment-cancellation-reason: "pat" and its children are the patient's own reasons.
    private static bool IsPatientsReason(Code reason) => reason.Value.StartsWith("pat", StringComparison.Ordinal);
}
