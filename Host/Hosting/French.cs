using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Intranet.Host.Hosting;

/// <summary>Razor Pages in French: culture, binding messages, the modules' pages.</summary>
internal static class FrenchPages
{
    public static void AddFrenchPages(this IServiceCollection services)
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = french;
        var pages = services.AddRazorPages();
        pages.AddMvcOptions(o =>
        {
            o.Filters.Add(new SentTwiceFilter());
            o.Filters.Add<DraftFilter>();
            Translate(o.ModelBindingMessageProvider);
            o.ModelMetadataDetailsProviders.Add(new FrenchValidation());
            o.Filters.Add<HandledMethods>();
        });
        foreach (var module in Program.Modules)
            pages.AddApplicationPart(module.Assembly);
        services.Configure<MvcViewOptions>(o => o.HtmlHelperOptions.ClientValidationEnabled = false);
        services.AddAntiforgery(o => o.HeaderName = "RequestVerificationToken");
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
    }

    private static void Translate(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => $"La valeur du champ « {field} » n’est pas valable.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Cette valeur n’est pas valable.");
        messages.SetValueIsInvalidAccessor(_ => "Cette valeur n’est pas valable.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"La valeur du champ « {field} » n’est pas valable.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette valeur n’est pas valable.");
        messages.SetValueMustBeANumberAccessor(field => $"Écrivez un nombre dans « {field} ».");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Écrivez un nombre.");
        messages.SetValueMustNotBeNullAccessor(field => field.Length > 0 ? $"Remplissez « {field} »." : "Ce champ est à remplir.");
        messages.SetMissingBindRequiredValueAccessor(field => $"Remplissez « {field} ».");
        messages.SetMissingKeyOrValueAccessor(() => "Une valeur manque.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "La demande est vide.");
    }
}

/// <summary>Gives a French sentence to the validation attributes that have none of their own.</summary>
internal sealed class FrenchValidation : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>())
        {
            if (attribute.ErrorMessage is not null || attribute.ErrorMessageResourceName is not null)
                continue;
            attribute.ErrorMessage = attribute switch
            {
                System.ComponentModel.DataAnnotations.RequiredAttribute => "Remplissez « {0} ».",
                System.ComponentModel.DataAnnotations.StringLengthAttribute => "« {0} » compte au plus {1} signes.",
                System.ComponentModel.DataAnnotations.MaxLengthAttribute => "« {0} » compte au plus {1} signes.",
                System.ComponentModel.DataAnnotations.RangeAttribute => "« {0} » va de {1} à {2}.",
                System.ComponentModel.DataAnnotations.EmailAddressAttribute => "« {0} » n’est pas une adresse de courriel.",
                System.ComponentModel.DataAnnotations.CompareAttribute => "Les deux saisies diffèrent.",
                _ => attribute.ErrorMessage,
            };
        }
    }
}
