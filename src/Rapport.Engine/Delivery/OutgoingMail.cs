using System.Globalization;
using System.Net;
using System.Text;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Planning;

namespace Rapport.Engine.Delivery;

/// <summary>Writes a visit as a calendar file.</summary>
public interface IVisitCalendar
{
    /// <summary>An iCalendar object for a visit, with a neutral title and no kind of care in it.</summary>
    string Write(Visit visit, Practice practice, Language language, DateTimeOffset now);
}

/// <summary>Puts an approved message into its envelope: one sender, one recipient, the same id at every attempt.</summary>
public sealed class OutgoingMail(Practice practice, IVisitCalendar calendar)
{
    private string Domain => practice.Email is { } email ? email[(email.IndexOf('@') + 1)..] : "rapport.invalid";

    /// <param name="group">Touches that leave as this one message.</param>
    /// <param name="household">The pictures that they were judged against.</param>
    /// <param name="now">Practice and moment.</param>
    public Outgoing Write(IReadOnlyList<StoredTouch> group, Household household, PlanningContext now)
    {
        var (touch, message) = (group[0].Touch, group[0].Message!);
        var patient = household.Members.First(m => m.Id == touch.Patient);
        var sender = new Party(SenderName(touch, patient), SenderAddress(touch, patient));
        return new Outgoing
        {
            MessageId = $"{message.Id:N}@{Domain}",
            Channel = touch.Channel,
            Language = touch.Language,
            From = sender,
            To = new Party(ReaderName(touch, patient), touch.Recipient.Address),
            ReplyTo = touch.Channel is Channel.Email ? sender : null,
            Subject = message.Subject ?? "",
            TextBody = message.Body,
            HtmlBody = touch.Channel is Channel.Email or Channel.Letter ? Html(message, touch) : null,
            Unsubscribe = touch.Channel is Channel.Email ? ListUnsubscribe.ByMail(new Uri($"mailto:{sender.Address}?subject=STOP")) : null,
            Calendar = touch.Channel is Channel.Email && group.Count is 1 ? CalendarFor(touch, patient, now) : null,
            Date = now.AtPractice(group[0].SentAt ?? now.Now),
        };
    }

    // Above the words stands what the words may say: a sensitive visit comes from the neutral name (failures.md 18).
    private string SenderName(Touch touch, PatientPicture patient)
    {
        var isSensitive = VisitOf(touch, patient) is { Sensitivity: > Sensitivity.Generic };
        return (isSensitive ? practice.NeutralName : null) ?? (touch.Channel is Channel.Letter ? null : practice.ShortName) ?? practice.Name;
    }

    // A letter needs the name on the letter box. Elsewhere it is the name that the person goes by (failures.md 21), and where two adults
    // read, it is none (failures.md 12).
    private static string? ReaderName(Touch touch, PatientPicture patient)
    {
        var reader = patient.Caregivers.FirstOrDefault(c => c.Id == touch.Recipient.PersonId);
        var isShared = (reader?.Contacts ?? patient.Contacts).Any(c => c.IsShared && c.Value == touch.Recipient.Address);
        return (touch.Channel, touch.Recipient.IsPatient) switch
        {
            (Channel.Letter, true) => patient.FullName,
            (Channel.Letter, false) => reader?.FullName,
            _ when isShared => null,
            (_, true) => patient.NameToUse,
            (_, false) => reader?.NameToUse,
        };
    }

    private string SenderAddress(Touch touch, PatientPicture patient) => touch.Channel switch
    {
        Channel.Email => practice.Email ?? $"practice@{Domain}",
        Channel.Sms => practice.Phone,
        _ => string.Join('\n', [SenderName(touch, patient), .. practice.AddressLines]),
    };

    private static Visit? VisitOf(Touch touch, PatientPicture patient) => touch.Program is "appointment"
        ? patient.Visits.FirstOrDefault(v => v.StartsAt is not null && AppointmentProgram.SubjectOf(v) == touch.Subject)
        : null;

    private string? CalendarFor(Touch touch, PatientPicture patient, PlanningContext now) =>
        VisitOf(touch, patient) is { } visit ? calendar.Write(visit, practice, touch.Language, now.Now) : null;

    // Plain paragraphs that read well everywhere, with the footer set smaller. No images, no tracking, no outside fonts (MAIL-04).
    private static string Html(StoredMessage message, Touch touch)
    {
        var parts = message.Body.Split("\n-- \n");
        var html = new StringBuilder(1024);
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{touch.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(message.Subject)}</title></head>");
        html.Append("<body style=\"margin:0;background:#f6f4ef\"><div style=\"max-width:34em;margin:0 auto;padding:24px;background:#ffffff;font:17px/1.55 Georgia,'Times New Roman',serif;color:#1f2a2e\">");
        AppendParagraphs(html, parts[0], "margin:0 0 1em");
        if (parts.Length > 1)
        {
            html.Append("<div style=\"margin-top:2em;padding-top:1em;border-top:1px solid #d8d4ca;font:14px/1.5 Arial,Helvetica,sans-serif;color:#4a5559\">");
            AppendParagraphs(html, parts[1].Replace("\n", "\n\n", StringComparison.Ordinal), "margin:0 0 .5em");
            html.Append("</div>");
        }

        return html.Append("</div></body></html>").ToString();
    }

    private static void AppendParagraphs(StringBuilder html, string text, string style)
    {
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{style}\">{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        }
    }
}
