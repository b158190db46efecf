using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The settings that only this service's client has.</summary>
internal static class OptionsEmitter
{
    public static SourceFile Emit(ServicePlan service, OptionsPlan options)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        code.Line($"/// <summary>Settings of <see cref=\"{service.ClientName}\"/>. Every one is optional.</summary>");
        using (code.Block($"{service.Accessibility} sealed partial record {options.Name} : ServiceClientOptions"))
        {
            foreach (OptionPlan option in options.Options)
            {
                XmlDocs.Write(
                    code,
                    option.Documentation,
                    $"The parameter <c>{XmlDocs.Escape(option.Parameter)}</c> of the endpoint rules."
                );
                if (option.Source is { } source)
                {
                    code.Line($"/// <value>{Origin(source)}</value>");
                }

                code.Line($"public {option.TypeName}? {option.PropertyName} {{ get; set; }}");
                code.Line();
            }

            WriteBinding(code, options);
        }

        return file.ToSourceFile(options.Name);
    }

    private static string Origin(OptionSourcePlan source)
    {
        string variable = source.Variable is { } name ? $"Variable: <c>{name}</c>; key: " : "Key: ";
        string value = source.TrueText is { } text ? $" with the value <c>{text}</c>" : "";
        return $"{variable}<c>{source.Key}</c>{value}. Default: false.";
    }

    private static void WriteBinding(CodeWriter code, OptionsPlan options)
    {
        code.Line("/// <inheritdoc/>");
        code.Line("protected override EndpointContext Bind(EndpointContext context, SettingReader settings) =>");
        using (code.Indented())
        {
            code.Line("context");
            using (code.Indented())
            {
                for (int i = 0; i < options.Options.Count; i++)
                {
                    OptionPlan option = options.Options[i];
                    string end = i == options.Options.Count - 1 ? ";" : "";
                    code.Line($".With({Literals.String(option.Parameter)}, {Value(option)}){end}");
                }
            }
        }
    }

    private static string Value(OptionPlan option)
    {
        if (option.Source is not { } source)
        {
            return option.PropertyName;
        }

        string key = Literals.String(source.Key);
        string variable = source.Variable is { } name ? Literals.String(name) : "null";
        string found = source.TrueText is { } text
            ? $"settings.FindText({key}, {variable}, {Literals.String(text)})"
            : $"settings.FindFlag({key}, {variable})";
        return $"{option.PropertyName} ?? {found}";
    }
}
