using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Replies;

/// <summary>Words for a staff member that no model writes: the same for everybody, and without a promise of a time. No clinician has reviewed them yet.</summary>
/// <remarks>Sources: <c>evidence.md §5.3</c> (T0-MED, T0-MH, T0-POISON, T1, T2, T3-GRIEF). They name nothing of what the patient wrote, since another may read the phone.</remarks>
public static class FixedReplies
{
    /// <param name="concern">What the message may be about.</param>
    /// <param name="language">English or Spanish; any other gets English.</param>
    /// <param name="channel">A text goes without á, í, ó, ú.</param>
    /// <param name="phone">The practice's phone.</param>
    public static string Words(ReplyConcern concern, Language language, Channel channel, string phone)
    {
        var words = language == Language.Spanish ? Spanish(concern, phone) : English(concern, phone);
        return channel is Channel.Sms ? SmsText.ToGsm7(words, dropAccents: true) : words;
    }

    /// <summary>What staff should do before anything else; null where there is no hurry.</summary>
    public static string? ForStaff(ReplyConcern concern) => concern switch
    {
        ReplyConcern.SelfHarm or ReplyConcern.Poison or ReplyConcern.RedFlag => "Call this person now and tell a clinician at once. A written reply alone is not enough.",
        ReplyConcern.Harm => "Have a trained person call, only on a number that is known to be safe. Write nothing of what they told us: another may read the phone.",
        ReplyConcern.Death => "Look at the record before anybody writes: automatic messages about this person must stop.",
        ReplyConcern.Clinical => "Give this to a clinician. Do not answer the question yourself.",
        ReplyConcern.Unsure => "Read this one with care: it could not be read by our lists and may be clinical. If it is in a language that you do not read, have it read today.",
        _ => null,
    };

    private static string English(ReplyConcern concern, string phone) => concern switch
    {
        ReplyConcern.SelfHarm => "I'm glad you told us. Please call or text 988 now, any time. If you're in danger, call 911. A person from our team will call you.",
        ReplyConcern.Poison => "Call Poison Help now: 1-800-222-1222. If they can't wake or breathe, call 911. We are alerting our team.",
        ReplyConcern.RedFlag => "This may be an emergency. Please call 911 now, or have someone call for you. We are alerting our team. Do not wait for a text.",
        ReplyConcern.Harm => "Thanks, we got your message. Someone from the office will call you.",
        ReplyConcern.Death => "We're so sorry. A person from our team will be in touch, only when you'd like.",
        ReplyConcern.Clinical => $"Thank you for telling us. I will ask your clinician and get back to you. If it gets worse or feels serious, call {phone} or 911.",
        _ => "Thank you for your message. I'll look into it and get back to you.",
    };

    private static string Spanish(ReplyConcern concern, string phone) => concern switch
    {
        ReplyConcern.SelfHarm => "Gracias por decirnos. Llame al 988 y oprima 2, o envíe AYUDA al 988. Si hay peligro, llame al 911. Le llamaremos.",
        ReplyConcern.Poison => "Llame ya a Poison Help: 1-800-222-1222. Si no despierta o no respira, llame al 911. Estamos avisando a nuestro equipo.",
        ReplyConcern.RedFlag => "Puede ser una emergencia. Llame al 911 ahora, o pida que alguien llame por usted. Estamos avisando a nuestro equipo. No espere un mensaje.",
        ReplyConcern.Harm => "Gracias, recibimos su mensaje. Alguien de la oficina le llamará.",
        ReplyConcern.Death => "Lo sentimos mucho. Alguien de nuestro equipo le hablará solo cuando usted quiera.",
        ReplyConcern.Clinical => $"Gracias por avisar. Voy a preguntar al equipo médico y le respondo. Si empeora o le parece grave, llame al {phone} o al 911.",
        _ => "Gracias por su mensaje. Lo voy a revisar y le respondo.",
    };
}
