using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rapport.Connectors.Smtp;
using Rapport.Engine.Delivery;
using Rapport.TestKit;
using Rapport.TestKit.Smtp;

namespace Rapport.Connectors.Tests.Smtp;

public sealed class SmtpEncryptionTests
{
    private static readonly X509Certificate2 Certificate = SelfSigned.Certificate();

    private static readonly string Fingerprint = Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.ImplicitTls)]
    public async Task A_certificate_that_the_practice_named_is_trusted(SmtpSecurity security)
    {
        await using var server = Server(security);

        var result = await SendAsync(server, security, Fingerprint);

        result.ShouldBeOfType<SendResult.Accepted>();
        server.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, null)]
    [InlineData(SmtpSecurity.ImplicitTls, null)]
    [InlineData(SmtpSecurity.StartTls, "00FF")]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail(SmtpSecurity security, string? trusted)
    {
        await using var server = Server(security);

        var result = await SendAsync(server, security, trusted);

        result.ShouldBeOfType<SendResult.Refused>().Reason.ShouldStartWith("Encryption failed");
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_stopped_offering_encryption_gets_no_mail()
    {
        await using var server = new ScriptedSmtpServer();

        var result = await SendAsync(server, SmtpSecurity.StartTls, Fingerprint);

        result.ShouldBeOfType<SendResult.Refused>().Reason.ShouldContain("does not offer STARTTLS");
        server.Commands.ShouldNotContain(command => command.StartsWith("MAIL"));
    }

    [Fact]
    public async Task Answers_slipped_in_before_encryption_are_noticed()
    {
        await using var server = new ScriptedSmtpServer(new()
        {
            Certificate = Certificate,
            To = command => command is "STARTTLS" ? "220 go\r\n250-mail.test\r\n250 AUTH PLAIN" : null,
        });

        var result = await SendAsync(server, SmtpSecurity.StartTls, Fingerprint);

        result.ShouldBeOfType<SendResult.Refused>().Reason.ShouldContain("before encryption began");
    }

    [Fact]
    public async Task User_and_password_are_given_only_after_encryption()
    {
        await using var server = Server(SmtpSecurity.StartTls, "AUTH PLAIN LOGIN");

        var result = await SendAsync(server, SmtpSecurity.StartTls, Fingerprint, "office", "pässword");

        result.ShouldBeOfType<SendResult.Accepted>();
        var commands = server.Commands.ToList();
        var signIn = $"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes("\0office\0pässword"))}";
        commands.IndexOf(signIn).ShouldBeGreaterThan(commands.IndexOf("STARTTLS"));
    }

    [Fact]
    public async Task An_old_server_is_given_them_one_by_one()
    {
        await using var server = new ScriptedSmtpServer(new()
        {
            Certificate = Certificate,
            EncryptedFeatures = ["AUTH=LOGIN"],
            To = command => command is "AUTH LOGIN" ? "334 VXNlcm5hbWU6" : command is "b2ZmaWNl" ? "334 UGFzc3dvcmQ6" : command is "c2VjcmV0" ? "235 2.7.0 ok" : null,
        });

        (await SendAsync(server, SmtpSecurity.StartTls, Fingerprint, "office", "secret")).ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_wrong_password_refuses_for_now_because_the_message_is_not_at_fault()
    {
        await using var server = new ScriptedSmtpServer(new()
        {
            Certificate = Certificate,
            EncryptedFeatures = ["AUTH PLAIN"],
            To = command => command.StartsWith("AUTH") ? "535 5.7.8 wrong" : null,
        });

        var refused = (await SendAsync(server, SmtpSecurity.StartTls, Fingerprint, "office", "wrong")).ShouldBeOfType<SendResult.Refused>();

        refused.IsPermanent.ShouldBeFalse();
        refused.Reason.ShouldContain("refuses user and password");
    }

    private static ScriptedSmtpServer Server(SmtpSecurity security, params string[] encrypted) => new(new()
    {
        Certificate = Certificate,
        IsEncryptedFromTheStart = security is SmtpSecurity.ImplicitTls,
        EncryptedFeatures = encrypted,
    });

    private static async Task<SendResult> SendAsync(ScriptedSmtpServer server, SmtpSecurity security, string? trusted, string? user = null, string? password = null)
    {
        var options = new SmtpOptions
        {
            Host = "localhost",
            Port = server.Port,
            Security = security,
            TrustedCertificate = trusted,
            User = user,
            Password = password,
            Timeout = TimeSpan.FromSeconds(20),
        };
        return (await new SmtpSender(options, new RealTime()).SendAsync([Sample.Email()], TestContext.Current.CancellationToken)).Single();
    }
}
