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
    public sealed record At(Recipient Recipient, Channel Channel, Language Language, ValueList<Finding> Because) : Reach
    {
        /// <summary>Two adult patients answer this address.</summary>
        public bool IsShared { get; init; }
    }

    /// <summary>No message can go; <paramref name="NeedsAPerson"/> where somebody at the practice should do something.</summary>
    public sealed record Nobody(Finding Because, bool NeedsAPerson) : Reach;
}

/// <summary>Chooses the recipient and the channel of a wish.</summary>
public static class ReachChoice
{
    // A text is read within minutes, a mail within the day, a letter within the week.
    private static readonly Channel[] TextFirst = [Channel.Sms, Channel.Email, Channel.Letter];
    private static readonly Channel[] MailFirst = [Channel.Email, Channel.Sms, Channel.Letter];
    private static readonly Finding[] ByChannel = [.. Enum.GetValues<Channel>().Select(c => Finding.Shapes("channel", $"{c}, since it is the first that they can be reached on and that they allow."))];
    private static readonly TimeSpan ByPost = TimeSpan.FromDays(5);

    public static Reach Choose(Candidate wish, Household household, PlanningContext context)
    {
        var readers = Readers.Of(wish, household, context);
        if (readers.Count is 0)
        {
            return new Reach.Nobody(Finding.Against("no-guardian", "The patient is a minor and nobody who acts for them is on record."), NeedsAPerson: wish.Urgency < Urgency.Kindness);
        }

        // Another way than the last time if there is one, else the same way again: better than never.
        Finding? hindrance = null;
        return Reached(readers, wish, context, wish.OtherThan, ref hindrance)
            ?? (wish.OtherThan is null ? null : Reached(readers, wish, context, not: null, ref hindrance))
            ?? (Reach)NobodyFor(wish, hindrance ?? Finding.Against("unreachable", "No usable mobile number or e-mail address is on record."));
    }

    // Who said no is not chased by a person instead, unless we changed a visit: that they must learn in any case.
    private static Reach.Nobody NobodyFor(Candidate wish, Finding hindrance) =>
        new(hindrance, wish.Urgency is Urgency.Notice || (wish.Urgency < Urgency.Kindness && hindrance.Code is not "no-consent"));

    private static Reach.At? Reached(List<Reader> readers, Candidate wish, PlanningContext context, Channel? not, ref Finding? hindrance)
    {
        foreach (var reader in readers)
        {
            if (Reached(reader, wish, context, not, ref hindrance) is { } reached)
            {
                return reached;
            }
        }

        return null;
    }

    private static Reach.At? Reached(Reader reader, Candidate wish, PlanningContext context, Channel? not, ref Finding? hindrance)
    {
        if (!context.Languages.Contains(reader.Language))
        {
            // Never an English message instead (failures.md 55).
            hindrance ??= Finding.Against("no-template-in-language", $"Their language is {reader.Language.Tag} and no approved words exist in it.");
            return null;
        }

        foreach (var channel in InOrderOf(reader, wish))
        {
            if (channel == not || !context.Practice.Channels.Contains(channel) || (channel is Channel.Letter && !MayGoByPost(wish, context)))
            {
                continue;
            }

            if (Usable(reader.Contacts, channel) is not { } point)
            {
                hindrance ??= HasSuppressed(reader.Contacts, channel)
                    ? Finding.Against("suppressed-address", "Their only address on this channel must not be used: its owner asked us to stop, or it did not work.")
                    : null;
            }
            else if (Hindrance(wish, channel, point, context) is { } against)
            {
                hindrance = against;
            }
            else
            {
                return new Reach.At(new Recipient(reader.PersonId, point.Value), channel, reader.Language, [Chosen(channel), Finding.Shapes("language", $"Their language is {reader.Language.Tag}.")]) { IsShared = point.IsShared };
            }
        }

        return null;
    }

    private static Finding Chosen(Channel channel) => ByChannel[(int)channel];

    // What somebody ranked themselves comes first (FHIR ContactPoint.rank; ranks from 10 are our own guess by use), then what suits the message.
    private static Channel[] InOrderOf(Reader reader, Candidate wish)
    {
        var (sms, email) = (Usable(reader.Contacts, Channel.Sms)?.Rank ?? int.MaxValue, Usable(reader.Contacts, Channel.Email)?.Rank ?? int.MaxValue);
        var isMailFirst = Math.Min(sms, email) < 10 && sms != email ? email < sms : wish.Prefers is Channel.Email;
        return isMailFirst ? MailFirst : TextFirst;
    }

    // A letter that comes after the visit is worse than none.
    private static bool MayGoByPost(Candidate wish, PlanningContext context)
    {
        var from = wish.Window.BestAt > context.Now ? wish.Window.BestAt : context.Now;
        return wish.Purpose is Purpose.Care && wish.Window.ExpiresAt - from >= ByPost;
    }

    private static ContactPoint? Usable(ValueList<ContactPoint> contacts, Channel channel)
    {
        foreach (var contact in contacts)
        {
            if (contact.Channel == channel && contact.State is ContactState.Usable)
            {
                return contact;
            }
        }

        return null;
    }

    private static bool HasSuppressed(ValueList<ContactPoint> contacts, Channel channel)
    {
        foreach (var contact in contacts)
        {
            if (contact.Channel == channel && contact.State is ContactState.Suppressed)
            {
                return true;
            }
        }

        return false;
    }

    private static Finding? Hindrance(Candidate wish, Channel channel, ContactPoint point, PlanningContext context)
    {
        if (!IsAllowed(wish.Patient, channel, wish.Purpose, context.Practice))
        {
            return Finding.Against("no-consent", $"No consent for {wish.Purpose.ToString().ToLowerInvariant()} messages by {channel.ToString().ToLowerInvariant()}.");
        }

        // A shared address is told no more than when a visit is (evidence.md §7.5).
        return point.IsShared && wish.Urgency > Urgency.Visit
            ? Finding.Against("shared-address", "Two adults answer this address, so only what a booked visit needs is sent to it.")
            : null;
    }

    /// <summary>The latest rule that fits decides; where none does, care is allowed at an address that the patient gave (<c>evidence.md §3.1</c>, TCPA-01).</summary>
    /// <remarks>On the same day a no outweighs a yes; a rule without a date is older than every other.</remarks>
    public static bool IsAllowed(PatientPicture patient, Channel channel, Purpose purpose, Practice practice)
    {
        ConsentRule? latest = null;
        foreach (var rule in patient.Consents)
        {
            if (!rule.IsAbout(channel, purpose))
            {
                continue;
            }

            var (given, before) = (rule.GivenOn ?? DateOnly.MinValue, latest?.GivenOn ?? DateOnly.MinValue);
            if (latest is null || given > before || (given == before && !rule.IsPermit))
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
}
