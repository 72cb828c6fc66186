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
        var reader = patient.Caregivers.FirstOrDefault(c => c.Id == touch.Recipient.PersonId);
        return new Outgoing
        {
            MessageId = $"{message.Id:N}@{Domain}",
            Channel = touch.Channel,
            Language = touch.Language,
            From = new Party(practice.ShortName ?? practice.Name, SenderAddress(touch.Channel)),
            To = new Party(reader is null ? patient.FullName : reader.FullName, touch.Recipient.Address),
            ReplyTo = touch.Channel is Channel.Email ? new Party(practice.ShortName ?? practice.Name, SenderAddress(Channel.Email)) : null,
            Subject = message.Subject ?? "",
            TextBody = message.Body,
            HtmlBody = touch.Channel is Channel.Email or Channel.Letter ? Html(message, touch) : null,
            Unsubscribe = touch.Channel is Channel.Email ? ListUnsubscribe.ByMail(new Uri($"mailto:{SenderAddress(Channel.Email)}?subject=STOP")) : null,
            Calendar = touch.Channel is Channel.Email && group.Count is 1 ? CalendarFor(touch, patient, now) : null,
            Date = now.AtPractice(group[0].SentAt ?? now.Now),
        };
    }

    private string SenderAddress(Channel channel) => channel switch
    {
        Channel.Email => practice.Email ?? $"practice@{Domain}",
        Channel.Sms => practice.Phone,
        _ => string.Join('\n', [practice.Name, .. practice.AddressLines]),
    };

    private string? CalendarFor(Touch touch, PatientPicture patient, PlanningContext now) =>
        touch.Program is "appointment" && patient.Visits.FirstOrDefault(v => v.StartsAt is not null && AppointmentProgram.SubjectOf(v) == touch.Subject) is { } visit
            ? calendar.Write(visit, practice, touch.Language, now.Now)
            : null;

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
