using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>Who is written to, and how; or why nobody can be.</summary>
public abstract record Reach
{
    private Reach()
    {
    }

    /// <summary>One person, one address, one channel (<c>failures.md 42</c>).</summary>
    public sealed record At(Recipient Recipient, Channel Channel, Language Language, ValueList<Finding> Because) : Reach;

    /// <summary>No message can go; <paramref name="NeedsAPerson"/> where somebody at the practice should do something.</summary>
    public sealed record Nobody(Finding Because, bool NeedsAPerson) : Reach;
}

/// <summary>Chooses the recipient and the channel of a wish.</summary>
public static class ReachChoice
{
    // A text is read within minutes, a mail within the day, a letter within the week.
    private static readonly Channel[] Order = [Channel.Sms, Channel.Email, Channel.Letter];

    public static Reach Choose(Candidate wish, PlanningContext context)
    {
        var readers = Readers(wish, context);
        if (readers.Count is 0)
        {
            return new Reach.Nobody(Finding.Against("no-guardian", "The patient is a minor and nobody who acts for them is on record."), NeedsAPerson: true);
        }

        Finding? hindrance = null;
        foreach (var reader in readers)
        {
            var reached = Reached(reader, wish, context, ref hindrance);
            if (reached is not null)
            {
                return reached;
            }
        }

        return new Reach.Nobody(
            hindrance ?? Finding.Against("unreachable", "No usable mobile number or e-mail address is on record."),
            NeedsAPerson: wish.Urgency < Urgency.Kindness && hindrance?.Code is not "no-consent");
    }

    private static List<Reader> Readers(Candidate wish, PlanningContext context)
    {
        var patient = wish.Patient;
        // Unknown age reads as an adult only where the person has an address of their own.
        var isMinor = patient.AgeOn(context.Today) is { } age ? age < 18 : patient.Contacts.Count is 0 && patient.Caregivers.Count > 0;
        if (!isMinor)
        {
            List<Reader> own = [new(null, patient.Language, patient.Contacts)];
            own.AddRange(patient.Caregivers.Where(c => c.MayActForPatient && wish.Purpose is Purpose.Care).Select(c => Of(c, patient)));
            return own;
        }

        // A guardian first, then a parent. The child's own phone is not written to.
        return [.. patient.Caregivers
            .Where(c => c.MayActForPatient || c.Relations.Any(r => IsParent(r.Value)))
            .OrderByDescending(c => c.MayActForPatient).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => Of(c, patient))];
    }

    // HL7 v3 RoleCode: parents of every kind.
    private static bool IsParent(string relation) => relation is "PRN" or "MTH" or "FTH" or "NMTH" or "NFTH" or "STPMTH" or "STPFTH" or "STPPRN" or "ADOPTP" or "ADOPTM" or "ADOPTF" or "PRNFOST" or "FTHFOST" or "MTHFOST" or "NPRN";

    private static Reader Of(Caregiver caregiver, PatientPicture patient) => new(caregiver.Id, caregiver.Language ?? patient.Language, caregiver.Contacts);

    private static Reach.At? Reached(Reader reader, Candidate wish, PlanningContext context, ref Finding? hindrance)
    {
        if (!context.Languages.Contains(reader.Language))
        {
            // Never an English message instead (failures.md 55).
            hindrance ??= Finding.Against("no-template-in-language", $"Their language is {reader.Language.Tag} and no approved words exist in it.");
            return null;
        }

        foreach (var channel in Order.Where(context.Practice.Channels.Contains))
        {
            if (channel == wish.OtherThan)
            {
                continue;
            }

            var point = reader.Contacts.FirstOrDefault(c => c.Channel == channel && c.State is ContactState.Usable);
            if (point is null)
            {
                hindrance ??= reader.Contacts.Any(c => c.Channel == channel && c.State is ContactState.Suppressed)
                    ? Finding.Against("suppressed-address", "Their only address on this channel must not be used: its owner asked us to stop, or it did not work.")
                    : null;
                continue;
            }

            if (Hindrance(wish, channel, point, context) is { } against)
            {
                hindrance = against;
                continue;
            }

            return new Reach.At(new Recipient(reader.PersonId, point.Value), channel, reader.Language,
                [Finding.Shapes("channel", $"{channel}, since it is the first that they can be reached on and that they allow."), Finding.Shapes("language", $"Their language is {reader.Language.Tag}.")]);
        }

        return null;
    }

    private static Finding? Hindrance(Candidate wish, Channel channel, ContactPoint point, PlanningContext context)
    {
        if (!IsAllowed(wish.Patient, channel, wish.Purpose, context.Practice))
        {
            return Finding.Against("no-consent", $"No consent for {wish.Purpose.ToString().ToLowerInvariant()} messages by {channel.ToString().ToLowerInvariant()}.");
        }

        return point.IsShared && wish.Purpose is not Purpose.Care
            ? Finding.Against("shared-address", "Two adults answer this address, so nothing personal is sent to it.")
            : null;
    }

    /// <summary>The latest rule that fits decides; where none does, care is allowed at an address that the patient gave (<c>evidence.md §3.1</c>, TCPA-01).</summary>
    public static bool IsAllowed(PatientPicture patient, Channel channel, Purpose purpose, Practice practice)
    {
        ConsentRule? latest = null;
        foreach (var rule in patient.Consents.Where(r => r.IsAbout(channel, purpose)))
        {
            // On the same day a no outweighs a yes.
            if (latest is null || rule.GivenOn > latest.GivenOn || (rule.GivenOn == latest.GivenOn && !rule.IsPermit))
            {
                latest = rule;
            }
        }

        return latest?.IsPermit ?? purpose switch
        {
            Purpose.Care => true,
            Purpose.Relationship => practice.IsRelationshipConsentAssumed,
            _ => false,
        };
    }

    private sealed record Reader(string? PersonId, Language Language, ValueList<ContactPoint> Contacts);
}
