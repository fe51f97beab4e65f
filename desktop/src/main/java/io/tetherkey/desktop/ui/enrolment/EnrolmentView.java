package io.tetherkey.desktop.ui.enrolment;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.BankMark;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.guide.GuideView;
import io.tetherkey.desktop.ui.guide.GuideViewModel;
import io.tetherkey.desktop.ui.ladder.NowView;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of banks: choose one, type the user name, and follow the phone. */
public final class EnrolmentView extends VBox {

    private final EnrolmentViewModel enrolment;
    private final Texts texts;
    private final ObservableValue<Boolean> narrow;
    private final VBox list = new VBox();

    /**
     * @param guide what stands in the form's place while no phone can be read
     * @param narrow whether what to do comes before the steps that lead to it
     */
    public EnrolmentView(
            EnrolmentViewModel enrolment, Texts texts, GuideViewModel guide, ObservableValue<Boolean> narrow) {
        this.enrolment = enrolment;
        this.texts = texts;
        this.narrow = narrow;
        getStyleClass().add("page");
        setId("enrolment");
        getChildren()
                .addAll(
                        Nodes.label(texts.bind("page.banks"), "page-title"),
                        shown(form(guide), EnrolmentScreen.FORM),
                        shown(underWay(), EnrolmentScreen.UNDER_WAY),
                        shown(new EnrolmentResultView(enrolment, texts, narrow), EnrolmentScreen.RESULT));
    }

    private Region shown(Region part, EnrolmentScreen on) {
        part.getStyleClass().addAll("card", "sheet");
        Nodes.showWhile(part, enrolment.screenProperty().map(on::equals));
        return part;
    }

    private VBox form(GuideViewModel guide) {
        BooleanBinding unread = Bindings.isEmpty(enrolment.choices());
        Node noPhone = GuideView.small(guide, texts, "enrol-guide", narrow);
        Nodes.showWhile(noPhone, unread);
        list.getStyleClass().add("choice-list");
        enrolment.choices().addListener((ListChangeListener<EnrolmentChoice>) change -> fill());
        fill();
        HBox note = new HBox(
                Nodes.icon("mdi2c-cellphone-key", "note-icon"), Nodes.label(texts.bind("enrol.note"), "muted"));
        note.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("note");
        VBox asked =
                new VBox(Nodes.label(texts.bind("enrol.choose"), "section-heading"), list, user(), note, buttons());
        asked.getStyleClass().add("form");
        Nodes.showWhile(asked, unread.not());
        return new VBox(noPhone, asked);
    }

    private VBox user() {
        TextField user = new TextField();
        user.setId("enrol-user");
        user.textProperty().bindBidirectional(enrolment.userNameProperty());
        user.setOnAction(event -> enrolment.submit());
        Label label = Nodes.label(texts.bind("login.user"), "field-label");
        label.setLabelFor(user);
        Nodes.describe(user, texts, "login.user");
        VBox box = new VBox(label, user);
        box.getStyleClass().addAll("field", "short-field");
        return box;
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        list.getChildren()
                .setAll(enrolment.choices().stream()
                        .map(choice -> button(choice, group))
                        .toList());
    }

    private RadioButton button(EnrolmentChoice choice, ToggleGroup group) {
        Label name = new Label(choice.name());
        name.getStyleClass().add("choice-name");
        Label state = new Label(choice.state());
        state.getStyleClass().add("muted");
        HBox face = new HBox(BankMark.of(choice.initial(), choice.colour()), new VBox(name, state));
        face.setAlignment(Pos.CENTER_LEFT);
        face.getStyleClass().add("choice-face");
        RadioButton button = new RadioButton();
        button.setGraphic(face);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("enrol-" + choice.bankId());
        button.getStyleClass().add("choice");
        button.setAccessibleText(choice.name() + ", " + choice.state());
        Nodes.help(button, texts, "enrol.choice.help");
        button.setOnAction(event -> enrolment.chosenBankProperty().set(choice.bankId()));
        enrolment
                .chosenBankProperty()
                .subscribe(id -> button.setSelected(choice.bankId().equals(id)));
        return button;
    }

    private HBox buttons() {
        Button begin = new Button();
        begin.setId("enrol-begin");
        begin.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(enrolment
                                .chosen()
                                .map(choice -> choice.action().key())
                                .orElse(SlotAction.SET_UP.key())),
                        enrolment.chosenBankProperty(),
                        enrolment.choices(),
                        texts.languageProperty()));
        Nodes.help(begin, texts, "enrol.begin.help");
        begin.getStyleClass().addAll(Styles.ACCENT, "main-button");
        begin.setDefaultButton(true);
        begin.disableProperty().bind(enrolment.completeProperty().not());
        begin.setOnAction(event -> enrolment.submit());
        Button remove = button("enrol-remove", "slot.remove", "slot.remove.help");
        remove.setOnAction(event -> enrolment.remove());
        Nodes.showWhile(
                remove,
                Bindings.createBooleanBinding(
                        enrolment::isOnPhone, enrolment.chosenBankProperty(), enrolment.choices()));
        HBox buttons = new HBox(begin, remove);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private Button button(String id, String key, String help) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, help);
        button.getStyleClass().add("main-button");
        return button;
    }

    private VBox underWay() {
        Button retry = button("enrol-bank-retry", "action.retry", "action.retry.help");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(event -> enrolment.retry());
        Nodes.showWhile(retry, enrolment.progress().canRetryProperty());
        Button cancel = button("enrol-cancel", "action.cancel", "action.cancel.help");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> enrolment.cancel());
        HBox buttons = new HBox(retry, cancel);
        buttons.getStyleClass().add("buttons");
        VBox part = new VBox();
        part.getStyleClass().add("form");
        order(
                part,
                narrow,
                heading(enrolment.progress().headingProperty()),
                new EnrolmentSteps(enrolment.progress(), texts),
                new NowView(enrolment.progress().underWay(), texts, "enrol-"),
                buttons);
        return part;
    }

    /** What to do comes after the steps, or before them where the room is scarce. */
    static void order(VBox part, ObservableValue<Boolean> narrow, Label heading, Node steps, Node now, Node buttons) {
        narrow.subscribe(one -> part.getChildren()
                .setAll(one ? List.of(heading, now, buttons, steps) : List.of(heading, steps, now, buttons)));
    }

    static Label heading(ObservableValue<String> text) {
        return Nodes.label(text, "section-heading");
    }
}
