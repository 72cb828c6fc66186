using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Tests.Email;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("jane@home.example", "jane@home.example")]
    [InlineData(" jane.o'neill+kids@home.example ", "jane.o'neill+kids@home.example")]
    [InlineData("two..dots@phone.example", "\"two..dots\"@phone.example")]
    [InlineData("ana@peña.example", "ana@xn--pea-8ma.example")]
    [InlineData("josé@home.example", "josé@home.example")]
    public void A_real_address_is_taken(string written, string expected)
    {
        EmailAddress.TryParse(written, out var address).ShouldBeTrue();
        address.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("jane")]
    [InlineData("@home.example")]
    [InlineData("jane@")]
    [InlineData("jane@home.example.")]
    [InlineData("jane@home..example")]
    [InlineData("jane@home.example, tom@home.example")]
    [InlineData("jane@home.example>\r\nRCPT TO:<tom@home.example")]
    [InlineData("jane miller@home.example")]
    [InlineData("jane@ho me.example")]
    [InlineData("<jane@home.example>")]
    [InlineData("jane\u202e@home.example")]
    public void What_is_not_one_address_is_refused(string written) => EmailAddress.TryParse(written, out _).ShouldBeFalse();

    [Fact]
    public void An_address_longer_than_mail_allows_is_refused() =>
        EmailAddress.TryParse($"{new string('a', 65)}@home.example", out _).ShouldBeFalse();

    [Fact]
    public void A_wrong_address_of_the_patient_is_final_and_a_wrong_setting_of_the_practice_is_not()
    {
        Envelope.For(Sample.Email(to: "jane")).Refused.ShouldBe(new SendResult.Refused("The recipient's e-mail address is not one.", "5.1.3", IsPermanent: true));
        Envelope.For(Sample.Email() with { From = new(null, "care") }).Refused.ShouldNotBeNull().IsPermanent.ShouldBeFalse();
    }
}
